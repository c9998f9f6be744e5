package mo.farol.core.resident;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.registry.IdNumber;

/** Operators find a resident by the exact number only, and every look-up is an access record that the resident sees. */
public interface OperatorLookUps {
    /**
     * @param operator the pseudonym that goes on record
     * @param reason why, required
     * @param attempt the record's id, UUIDv7
     * @return after the record is durable; empty when nobody has this number
     */
    Future<Optional<EidView>> find(IdNumber number, String operator, String reason, UUID attempt);
}
