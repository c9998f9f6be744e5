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

    /**
     * The pending number that this person's card may complete, in any state. One that fits none is counted on all that waits
     * for that card, before anything else is known of it: however many are tried at once, each is counted or found after
     * the others, never beside them.
     *
     * @param request the same try that comes again counts once
     */
    Future<Optional<KioskNumber>> tried(String number, long actor, RequestKey request);

    /** What became of it, for the phone that shows it. */
    Future<Optional<KioskNumber>> find(UUID challenge);
}
