package mo.farol.core.resident;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.registry.IdNumber;

/** Operators find a resident by the exact number only, and every look-up is an access record that the resident sees. */
public interface OperatorLookUps {
    /** Under whose name, by what and for what a look-up stands among a resident's access records. */
    String BUREAU = "Identification Services Bureau (DSI)";

    String TERMINAL = "operator_console";
    String PURPOSE = "operator_look_up";

    /**
     * A number that nobody has is recorded too, naming nobody: guessing leaves a trace.
     *
     * @param operator the pseudonym that goes on record
     * @param reason why, required
     * @param attempt the record's id, UUIDv7; a new one for every look-up
     * @return after the record is durable; empty when nobody has this number. Fails with
     *     {@link IllegalArgumentException} when there is no reason or the attempt is another look-up's
     */
    Future<Optional<EidView>> find(IdNumber number, String operator, String reason, UUID attempt);
}
