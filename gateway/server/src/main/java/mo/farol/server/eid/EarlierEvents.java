package mo.farol.server.eid;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.EidEvent;

/** Finds recorded events by their ids, for who was told an id already. */
@FunctionalInterface
public interface EarlierEvents {
    Future<Optional<EidEvent>> find(UUID event);
}
