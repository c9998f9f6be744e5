package mo.farol.core.binding;

import java.time.Instant;
import java.util.UUID;

/**
 * A counter-assisted binding that one operator has opened and another has to close.
 *
 * @param challenge of the number that the phone showed
 * @param resident the row of the e-ID to bind
 * @param actor the row of who stands at the counter: the resident, or a parent or guardian
 * @param openedBy the first operator's pseudonym
 */
public record CounterCase(
        UUID id, UUID challenge, long resident, long actor, String openedBy, String reason, Instant expires) {}
