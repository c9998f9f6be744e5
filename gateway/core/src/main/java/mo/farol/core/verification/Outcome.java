package mo.farol.core.verification;

import java.time.Duration;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.accesslog.RecordedEntry;
import mo.farol.core.terminal.Standing;

/** How a verification ended. One table in the server maps it to status and code. */
public sealed interface Outcome {
    /**
     * The code was accepted.
     *
     * @param replayed an honest retry got the answer of the first request
     */
    record Verified(Decision.Redeemed decision, Circumstances circumstances, boolean replayed) implements Outcome {}

    /** A genuine code, refused and recorded. */
    record Refused(Explanation why, RecordedEntry entry, boolean replayed) implements Outcome {}

    /**
     * The fourth or later refused try of one code at one terminal: answered from memory, counted in one record within
     * 60 s, and therefore without a receipt of its own.
     */
    record RefusedAgain(Explanation why) implements Outcome {}

    /** Anything not proven genuine: one answer. */
    record NotRecognised() implements Outcome {}

    /** The terminal may not ask, or not this. */
    record NotAllowed(Standing standing) implements Outcome {}

    /** The purpose asks for a reason and the request gives none. */
    record ReasonMissing() implements Outcome {}

    /** The Idempotency-Key was used with another request. */
    record KeyReused() implements Outcome {}

    /** The terminal has spent a budget and may come back. */
    record TooMany(Duration retryAfter) implements Outcome {}

    /** The arbiter or the time cannot be asked: never a guess. */
    record Unavailable() implements Outcome {}
}
