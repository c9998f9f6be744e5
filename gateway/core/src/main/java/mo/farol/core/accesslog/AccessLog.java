package mo.farol.core.accesslog;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.verification.Refusal;
import mo.farol.token.BindingKeyId;

/** Where refusals decided before the redeeming statement become durable, and where receipts are read back. */
public interface AccessLog {
    /**
     * Records a refused try of a genuine code.
     *
     * @return completes when the record is durable; fails with {@link Unavailable} when it is not known to be
     */
    Future<RecordedEntry> recordRefusal(BindingKeyId bindingKeyId, Refusal refusal, Circumstances circumstances);

    /**
     * Records, in one record, further refused tries of one code at one terminal that were answered from memory.
     *
     * @param circumstances those of the last of these tries, with an attempt id of their own
     * @param tries how many there were, at least one
     */
    Future<RecordedEntry> recordRepeats(
            BindingKeyId bindingKeyId, Refusal refusal, Circumstances circumstances, int tries);

    /**
     * The record with this id, if this institution's terminal made it.
     *
     * @return empty when there is none, or it is another institution's: the two look alike
     */
    Future<Optional<RecordedEntry>> find(UUID id, long institution);

    /** The log cannot say that the record is durable, so nothing may be answered but {@code unavailable}. */
    final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unavailable(Throwable cause) {
            super("the access log is not available", cause);
        }
    }
}
