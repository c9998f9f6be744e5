package mo.farol.core.verification;

import java.util.Optional;
import mo.farol.core.accesslog.RecordedEntry;
import mo.farol.core.terminal.Standing;

/** What the arbiter decided. */
public sealed interface Decision {
    /** A decision whose record is durable, so that it may be answered. */
    sealed interface Durable extends Decision {
        RecordedEntry entry();
    }

    /** This request's own redemption was inserted: the code is redeemed, now or by the request this one retries. */
    sealed interface Redeemed extends Durable {
        /** The released values; on a retry, none where binding, grant or terminal no longer stand. */
        FieldValues values();

        Optional<ManualCheck> check();
    }

    record Accepted(RecordedEntry entry, FieldValues values, Optional<ManualCheck> check) implements Redeemed {}

    /** An honest retry of an acceptance: the same answer, rebuilt from the stored decision. */
    record AcceptedBefore(RecordedEntry entry, FieldValues values, Optional<ManualCheck> check) implements Redeemed {}

    /**
     * Refused, and recorded. An existing redemption is judged before anything else, so every refusal but {@link
     * Refusal#ALREADY_USED} also says that no redemption of this code exists.
     */
    record Refused(RecordedEntry entry, Refusal refusal) implements Durable {}

    /** The terminal may not ask; recorded. */
    record NotAllowed(RecordedEntry entry, Standing standing) implements Durable {}

    /** The public key or the grant changed since this node decided: forget what is cached and decide again. */
    record DecideAgain() implements Decision {}

    /**
     * Nobody was told accepted, and it is not known what is recorded. After a commit whose answer was lost, with the
     * database out of reach for too long to settle it, an honest retry finds what became of it.
     */
    record Unavailable() implements Decision {}
}
