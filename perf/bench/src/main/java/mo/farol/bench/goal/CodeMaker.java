package mo.farol.bench.goal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import mo.farol.bench.mint.Phones;
import mo.farol.bench.mint.RisingCounter;
import mo.farol.bench.mint.Texts;
import mo.farol.bench.mint.TicketBook;
import mo.farol.bench.world.Deployment;
import mo.farol.phone.code.CodeKeysSource;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.SignedStatements;
import mo.farol.phone.http.Transport;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.Recipient;

/** Makes codes for one deployment, just before they are used. */
final class CodeMaker {
    private static final CodeType TYPE = CodeType.EID;

    private final Crypto crypto;
    private final Recipient gatewayKey;
    private final TicketBook tickets;
    private final RisingCounter counter = new RisingCounter();

    private CodeMaker(Crypto crypto, Recipient gatewayKey, TicketBook tickets) {
        this.crypto = crypto;
        this.gatewayKey = gatewayKey;
        this.tickets = tickets;
    }

    static CodeMaker of(Deployment deployment, Crypto crypto) throws IOException, InterruptedException {
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            return new CodeMaker(
                    crypto,
                    new CodeKeysSource(transport, new GatewayAddresses(deployment.addresses()))
                            .fetch()
                            .of(TYPE),
                    TicketBook.open(crypto, deployment.codeKeys(), deployment.keysPassword(), TYPE));
        } catch (SignedStatements.NotGenuine | GeneralSecurityException e) {
            throw new IOException("the gateway's code keys are of no use: " + e.getMessage(), e);
        }
    }

    RisingCounter counter() {
        return counter;
    }

    Texts texts(Way way, Phones phones) {
        Supplier<Recipient> recipients = way == Way.HPKE ? () -> gatewayKey : tickets::next;
        return new Texts(crypto, phones, TYPE, recipients, counter);
    }

    List<String> fresh(Way way, Phones phones, int count) {
        Texts texts = texts(way, phones);
        List<String> fresh = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fresh.add(texts.fresh(now()));
        }
        return fresh;
    }

    /** Writes fresh codes, one a line. */
    void write(Path file, Way way, Phones phones, int count) throws IOException {
        Texts texts = texts(way, phones);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                out.append(texts.fresh(now())).append('\n');
            }
        }
    }

    /** Seconds since 1970. */
    static long now() {
        return System.currentTimeMillis() / 1000;
    }
}
