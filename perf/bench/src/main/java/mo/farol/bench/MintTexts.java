package mo.farol.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Supplier;
import mo.farol.phone.code.BoundEid;
import mo.farol.phone.code.CodeKeysSource;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.SignedStatements;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kit.KitPhones;
import mo.farol.phone.kit.KitTerminal;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.terminal.SignInRefused;
import mo.farol.phone.terminal.TerminalClient;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.Recipient;

/**
 * {@code MintTexts KIT OUT COUNT PURPOSE hpke} or {@code ... ticket CODE_KEYS PASSWORD_FILE}: writes {@code fresh.txt},
 * {@code reencoded.txt}, {@code unopenable.txt}, {@code unparsable.txt} (COUNT lines each) and {@code tokens.txt}, an
 * access token for each terminal that may ask for PURPOSE.
 */
public final class MintTexts {
    private static final CodeType TYPE = CodeType.EID;

    private MintTexts() {}

    public static void main(String[] args)
            throws IOException, GeneralSecurityException, InterruptedException, SignedStatements.NotGenuine,
                    SignInRefused {
        PerfKit kit = PerfKit.read(Path.of(args[0]));
        Path out = Files.createDirectories(Path.of(args[1]));
        GatewayAddresses gateways = new GatewayAddresses(kit.gateways());
        Crypto crypto = Crypto.preferred().crypto();
        List<BoundEid> residents =
                kit.residents().stream().map(new KitPhones(crypto)::eid).toList();
        CounterFile counter = CounterFile.open(out.resolve("counter"));
        Texts texts = new Texts(crypto, residents, TYPE, recipients(crypto, gateways, args), counter);
        write(out, texts, Integer.parseInt(args[2]));
        counter.save();
        writeTokens(out.resolve("tokens.txt"), kit, gateways, args[3]);
    }

    private static void write(Path out, Texts texts, int count) throws IOException {
        long now = System.currentTimeMillis() / 1000;
        try (BufferedWriter fresh = Files.newBufferedWriter(out.resolve("fresh.txt"));
                BufferedWriter second = Files.newBufferedWriter(out.resolve("reencoded.txt"));
                BufferedWriter unopenable = Files.newBufferedWriter(out.resolve("unopenable.txt"));
                BufferedWriter unparsable = Files.newBufferedWriter(out.resolve("unparsable.txt"))) {
            for (int i = 0; i < count; i++) {
                Texts.Pair pair = texts.fresh(now);
                fresh.append(pair.first()).append('\n');
                second.append(pair.second()).append('\n');
                unopenable.append(texts.unopenable()).append('\n');
                unparsable.append(texts.unparsable()).append('\n');
            }
        }
    }

    private static Supplier<Recipient> recipients(Crypto crypto, GatewayAddresses gateways, String[] args)
            throws IOException, GeneralSecurityException, InterruptedException, SignedStatements.NotGenuine {
        if (args[4].equals("ticket")) {
            return TicketBook.open(crypto, Path.of(args[5]), Path.of(args[6]), TYPE)::next;
        }
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            Recipient key = new CodeKeysSource(transport, gateways).fetch().of(TYPE);
            return () -> key;
        }
    }

    private static void writeTokens(Path file, PerfKit kit, GatewayAddresses gateways, String purpose)
            throws IOException, InterruptedException, SignInRefused {
        try (BufferedWriter tokens = Files.newBufferedWriter(file)) {
            for (KitTerminal terminal : kit.terminals()) {
                if (terminal.purposes().contains(purpose)) {
                    Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
                    try (TerminalClient client =
                            new TerminalClient(terminal.key(), kit.issuer(), gateways, transport, "en")) {
                        tokens.append(client.accessToken()).append('\n');
                    }
                }
            }
        }
    }
}
