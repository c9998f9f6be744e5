package mo.farol.core.binding;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/** Pending kiosk numbers. The database keeps a keyed hash of a number, never the number itself. */
public interface KioskNumbers {
    /**
     * Makes the number of a challenge, always the same for the same challenge; an earlier number of the same e-ID ends.
     *
     * @return eight digits
     */
    Future<String> add(KioskNumber pending);

    /** The pending number that this person's card may complete, in any state. */
    Future<Optional<KioskNumber>> find(String number, long actor);

    /** Counts a number that fitted none of what waits for this person's card, on all of it. */
    Future<Void> countWrongTry(long actor);

    /** What became of it, for the phone that shows it. */
    Future<Optional<KioskNumber>> find(UUID challenge);
}
