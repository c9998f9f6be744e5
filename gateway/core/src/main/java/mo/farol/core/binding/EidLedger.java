package mo.farol.core.binding;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;

/** Where an e-ID's life is decided, one act at a time per e-ID, and recorded. */
public interface EidLedger {
    /** How long a request and its answer are remembered, at least. */
    Duration REMEMBERED = Duration.ofDays(60);

    /**
     * Locks the e-ID, lets {@code rule} decide on what stands, and commits the ruling. A change that cannot be made
     * because its key was used before turns the ruling into a recorded refusal.
     *
     * @param request the same for a request asked again, also at another gateway
     * @return after the commit; fails with {@link mo.farol.core.verification.ArbiterUnreachable} when the outcome is not known: asking
     *     again with the same key tells
     */
    Future<Entered> decide(long resident, RequestKey request, Rule rule);

    /** A pure function: it may be called again when a commit has to be repeated. */
    @FunctionalInterface
    interface Rule {
        /** @param now the database's time */
        Ruling on(Eid eid, Instant now);
    }
}
