package mo.farol.core.binding;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/**
 * Where challenges wait. Whether one was used is the ledger's to say ({@link Change.UseOnce}). One lives on in its kiosk
 * number, and that in a counter case, so it is kept for at least a day after it expired.
 */
public interface Challenges {
    /** @return when it is durable */
    Future<Void> add(Challenge challenge);

    /** @return empty when there is none, or it expired so long ago that it was forgotten */
    Future<Optional<Challenge>> find(UUID id);
}
