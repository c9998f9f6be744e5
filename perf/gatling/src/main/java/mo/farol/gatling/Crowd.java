package mo.farol.gatling;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import mo.farol.phone.code.BoundEid;
import mo.farol.phone.code.CodeKeysSource;
import mo.farol.phone.code.CountersInMemory;
import mo.farol.phone.code.Phone;
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
import mo.farol.token.mint.CodeMinter;

/**
 * The kit's residents and terminals as an endless line of verifications: each has a code minted the moment it is drawn,
 * residents take turns, terminals too.
 */
final class Crowd {
    private final List<BoundEid> residents;
    private final List<TerminalClient> terminals;
    private final Phone phone;
    private final CodeType type;
    private final String purpose;
    private final AtomicLong turn = new AtomicLong();

    private Crowd(
            List<BoundEid> residents, List<TerminalClient> terminals, Phone phone, CodeType type, String purpose) {
        this.residents = residents;
        this.terminals = terminals;
        this.phone = phone;
        this.type = type;
        this.purpose = purpose;
    }

    /** Reads the kit, fetches the gateway's code keys and signs every terminal in. */
    static Crowd gathered(LoadPlan plan, PerfKit kit, List<URI> gateways)
            throws IOException, InterruptedException, SignedStatements.NotGenuine, SignInRefused {
        String purpose = plan.purpose()
                .orElseGet(() -> kit.terminals().getFirst().purposes().getFirst());
        GatewayAddresses addresses = new GatewayAddresses(gateways);
        List<TerminalClient> terminals = new ArrayList<>();
        for (KitTerminal terminal : kit.terminals()) {
            if (terminal.purposes().contains(purpose)) {
                terminals.add(signedIn(terminal, kit.issuer(), addresses));
            }
        }
        if (terminals.isEmpty()) {
            throw new IllegalArgumentException("no terminal of the kit may ask for " + purpose);
        }
        Crypto crypto = Crypto.preferred().crypto();
        KitPhones phones = new KitPhones(crypto);
        List<BoundEid> residents = kit.residents().stream().map(phones::eid).toList();
        return new Crowd(residents, terminals, phone(crypto, addresses), plan.type(), purpose);
    }

    /** For a Gatling feeder: {@code body}, {@code token} and {@code key}, and {@code again} for a second showing. */
    Iterator<Map<String, Object>> line() {
        return Stream.generate(this::next).iterator();
    }

    private Map<String, Object> next() {
        long number = turn.getAndIncrement();
        BoundEid eid = residents.get((int) (number % residents.size()));
        TerminalClient terminal = terminals.get((int) (number % terminals.size()));
        return Map.of(
                "body",
                "{\"code\":\"" + phone.code(eid, type) + "\",\"purpose\":\"" + purpose + "\"}",
                "token",
                token(terminal),
                "key",
                UUID.randomUUID().toString(),
                "again",
                UUID.randomUUID().toString());
    }

    private static String token(TerminalClient terminal) {
        try {
            return terminal.accessToken();
        } catch (IOException | SignInRefused e) {
            throw new IllegalStateException("a terminal can no longer sign in", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a terminal signed in", e);
        }
    }

    private static TerminalClient signedIn(KitTerminal terminal, String issuer, GatewayAddresses gateways)
            throws IOException, InterruptedException, SignInRefused {
        Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
        TerminalClient client = new TerminalClient(terminal.key(), issuer, gateways, transport, "en");
        client.accessToken();
        return client;
    }

    private static Phone phone(Crypto crypto, GatewayAddresses gateways)
            throws IOException, InterruptedException, SignedStatements.NotGenuine {
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            return new Phone(
                    new CodeMinter(crypto, new SecureRandom()),
                    new CodeKeysSource(transport, gateways).fetch(),
                    new CountersInMemory(),
                    Clock.systemUTC());
        }
    }
}
