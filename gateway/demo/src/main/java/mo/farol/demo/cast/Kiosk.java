package mo.farol.demo.cast;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import mo.farol.api.json.WireJson;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kiosk.KioskClient;
import mo.farol.phone.terminal.SignInRefused;

/** The demo's kiosk: its readers are a stand-in, its program is not. */
public final class Kiosk implements AutoCloseable {
    private final KioskClient program;
    private final Transport transport;
    private final URI readers;
    private final String terminal;

    /**
     * @param program closed together with this
     * @param readers the stand-in's address
     * @param terminal the kiosk's client id
     */
    public Kiosk(KioskClient program, Transport transport, URI readers, String terminal) {
        this.program = program;
        this.transport = transport;
        this.readers = readers;
        this.terminal = terminal;
    }

    /**
     * Somebody inserts a card, puts a finger on the reader and types a number.
     *
     * @param ownFinger whether the finger is the card's
     */
    public ApiAnswer<KioskClient.KioskReceipt> use(String idNumber, boolean ownFinger, String number)
            throws IOException, InterruptedException {
        byte[] reading = WireJson.write(Map.of(
                "terminal", terminal,
                "id_number", idNumber,
                "fingerprint", ownFinger ? "matched" : "not_matched",
                "number", number));
        Reply read = transport.send(HttpRequest.newBuilder(readers.resolve("/readings"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(reading)));
        if (read.status() != 200) {
            throw new IOException("the kiosk's readers do not work: status " + read.status());
        }
        try {
            return program.bind(number, read.json().path("assertion").asText());
        } catch (SignInRefused e) {
            throw new IOException("the kiosk cannot sign in", e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
