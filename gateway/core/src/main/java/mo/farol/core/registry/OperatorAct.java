package mo.farol.core.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act on record.
 *
 * @param operator pseudonym of who did it, or {@link Enrolments#NOBODY}'s
 * @param object name of the terminal, institution or means; null when it was about none
 * @param institution whose terminal it is; null of anything else
 */
public record OperatorAct(
        long id,
        Instant at,
        String operator,
        OperatorActKind kind,
        @Nullable String object,
        @Nullable String institution) {}
