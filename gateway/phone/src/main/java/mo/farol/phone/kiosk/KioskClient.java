package mo.farol.phone.kiosk;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import mo.farol.api.json.WireJson;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.terminal.SignInRefused;
import mo.farol.phone.terminal.TerminalSession;

/** The kiosk's program: an enrolled terminal that completes bindings. Safe for use by many threads; every call blocks. */
public final class KioskClient implements AutoCloseable {
    private final TerminalSession session;

    /** @param session closed together with the client */
    public KioskClient(TerminalSession session) {
        this.session = session;
    }

    /** Under a fresh Idempotency-Key. */
    public ApiAnswer<KioskReceipt> bind(String number, String assertion)
            throws IOException, SignInRefused, InterruptedException {
        return bind(number, assertion, UUID.randomUUID().toString());
    }

    /**
     * Has the phone bound that shows {@code number}.
     *
     * @param number eight digits, as typed
     * @param assertion what the kiosk's provider signed of card, finger and number
     * @param idempotencyKey the same for the same request asked again
     */
    public ApiAnswer<KioskReceipt> bind(String number, String assertion, String idempotencyKey)
            throws IOException, SignInRefused, InterruptedException {
        byte[] body = WireJson.write(Map.of("number", number, "assertion", assertion));
        return ApiAnswer.of(session.post("/v1/kiosk-bindings", body, idempotencyKey), KioskBinding.class)
                .map(KioskBinding::receipt);
    }

    @Override
    public void close() {
        session.close();
    }

    private record KioskBinding(KioskReceipt receipt) {}

    /**
     * What the kiosk may print: it names nobody.
     *
     * @param at RFC 3339, Macau time
     */
    public record KioskReceipt(UUID id, String at, String act, String channel) {}
}
