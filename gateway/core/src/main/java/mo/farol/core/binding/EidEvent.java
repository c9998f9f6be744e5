package mo.farol.core.binding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recorded event.
 *
 * @param id UUIDv7; also the reference on the resident's receipt
 * @param binding the binding's handle, null when it is about none
 * @param keyId the binding's key id, null when it is about none
 */
public record EidEvent(
        UUID id,
        Instant at,
        long resident,
        UUID eid,
        @Nullable UUID binding,
        @Nullable Long keyId,
        NewEvent event) {}
