package mo.farol.demo.standin;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import mo.farol.demo.standin.StandInServer.Answer;
import mo.farol.demo.standin.StandInServer.Request;
import mo.farol.phone.kiosk.KioskAssertions;
import mo.farol.phone.kiosk.Reading;

/**
 * The card and fingerprint readers of a kiosk, which are told what they read ({@code POST /readings}) and sign it.
 */
public final class KioskProvider implements AutoCloseable {
    private final StandInServer server;
    private final ECKey key;
    private final KioskAssertions assertions;

    private KioskProvider(StandInServer server, ECKey key, String audience, Clock clock) {
        this.server = server;
        this.key = key;
        this.assertions = new KioskAssertions(key, server.address().toString(), audience, clock);
    }

    /**
     * @param host the address to listen on
     * @param keys the folder of its key
     * @param audience the gateway's issuer
     */
    public static KioskProvider start(String host, int port, Path keys, String audience, StandInLog log, Clock clock)
            throws IOException {
        StandInServer server = new StandInServer("kiosk", host, port, log);
        KioskProvider provider = new KioskProvider(server, new SigningKeyFile(keys).key("kiosks"), audience, clock);
        server.on("GET /jwks.json", request -> new Answer(200, "its keys", SigningKeyFile.published(provider.key)))
                .on("POST /readings", provider::read)
                .start();
        return provider;
    }

    /** Its address, which is its issuer too. */
    public URI address() {
        return server.address();
    }

    public URI keys() {
        return address().resolve("/jwks.json");
    }

    private Answer read(Request request) {
        String terminal = request.text("terminal");
        String idNumber = request.text("id_number");
        String number = request.text("number");
        if (terminal.isEmpty() || idNumber.isEmpty() || !number.matches("\\d{8}")) {
            return Answer.refused(400, "half a reading", "terminal, id_number and number (eight digits) are needed");
        }
        Reading reading =
                new Reading(terminal, idNumber, request.text("fingerprint").equals("matched"), number);
        return Answer.of(200, "a card and a finger", Map.of("assertion", assertions.sign(reading)));
    }

    @Override
    public void close() {
        server.close();
    }
}
