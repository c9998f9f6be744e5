package mo.farol.core.registry;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/** Where residents are entered. */
public interface ResidentEntry {
    /**
     * Adds many residents in one commit; the caller keeps the batches small (some hundreds).
     *
     * @return their rows, in the order given; fails with {@link NumberTaken} when one of the numbers is somebody's, and with
     *     {@link IllegalArgumentException} when one has another shape
     */
    Future<List<Long>> addResidents(List<NewResident> residents);

    /**
     * The e-IDs' random names in the API.
     *
     * @param residents rows that there are
     * @return in the order given
     */
    Future<List<UUID>> handles(List<Long> residents);

    /** Somebody has one of the ID numbers already, or two of those given are the same. It does not say which. */
    final class NumberTaken extends Exception {
        private static final long serialVersionUID = 1L;

        public NumberTaken() {
            super("an ID number is taken", null, false, false);
        }
    }
}
