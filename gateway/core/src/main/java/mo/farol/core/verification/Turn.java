package mo.farol.core.verification;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import mo.farol.core.policy.Grant;

/** What a request with an Idempotency-Key is to do, as this node knows. */
sealed interface Turn {
    /**
     * Decide; others with the same key wait until {@code over}.
     *
     * @param acceptedOn the grant on which the same request was accepted before: its outcome and receipt can be asked
     *     for again even when the grant is withdrawn since
     */
    record Yours(CompletableFuture<Void> over, Optional<Grant> acceptedOn) implements Turn {}

    /** The same request is being decided: ask again when that is over. */
    record Busy(CompletableFuture<Void> over) implements Turn {}

    /** The same request was refused: the same answer. */
    record Answered(Outcome.Refused refused) implements Turn {}

    /** Another request came with this key. */
    record KeyReused() implements Turn {}
}
