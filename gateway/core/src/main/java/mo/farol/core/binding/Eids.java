package mo.farol.core.binding;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.registry.IdNumber;

/**
 * Finds e-IDs by the names that the API uses. Nothing is locked, so what is read may change at once: it is good for finding
 * out who may ask at all, and the ledger decides.
 */
public interface Eids {
    Future<Optional<Eid>> byHandle(UUID eid);

    /** The e-ID that this binding, live or ended, belongs to. */
    Future<Optional<Eid>> byBinding(UUID binding);

    Future<Optional<Eid>> byRow(long resident);

    /** The ID number of a person whose face or card is to be checked. */
    Future<Optional<IdNumber>> numberOf(long resident);

    /** The row of the person with exactly this number. */
    Future<Optional<Long>> rowOf(IdNumber number);
}
