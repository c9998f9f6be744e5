package mo.farol.gatling.people;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import mo.farol.api.json.WireJson;
import mo.farol.api.verification.VerificationRequest;

/** A code on its way: whose it is, which terminal asks, under which Idempotency-Key. It never prints. */
public final class Showing {
    private final Resident resident;
    private final Asked asked;
    private final String code;
    private final String token;
    private final String key = UUID.randomUUID().toString();
    private final long madeAt;
    private volatile boolean accepted;

    /**
     * @param token the terminal's access token
     * @param madeAt nanoseconds, by a monotonic clock, before the code was made
     */
    Showing(Resident resident, Asked asked, String code, String token, long madeAt) {
        this.resident = resident;
        this.asked = asked;
        this.code = code;
        this.token = token;
        this.madeAt = madeAt;
    }

    /** The same code at another terminal, under another key. */
    Showing again(String otherToken, long now) {
        return new Showing(resident, asked, code, otherToken, now);
    }

    public Resident resident() {
        return resident;
    }

    public Asked asked() {
        return asked;
    }

    public String token() {
        return token;
    }

    /** The Idempotency-Key: the same for every try of this request. */
    public String key() {
        return key;
    }

    long madeAt() {
        return madeAt;
    }

    /** What is posted to {@code /v1/verifications}. */
    public String body() {
        return new String(WireJson.write(VerificationRequest.of(code, asked.purpose())), StandardCharsets.UTF_8);
    }

    void accept() {
        accepted = true;
        resident.accepted();
    }

    /** The gateway accepted it. */
    public boolean wasAccepted() {
        return accepted;
    }

    /** Its answer came, or never will: the resident may show the next. */
    public void over() {
        resident.release();
    }

    @Override
    public String toString() {
        return "Showing[" + asked.purpose() + "]";
    }
}
