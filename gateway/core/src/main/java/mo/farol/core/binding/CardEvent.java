package mo.farol.core.binding;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something the civil registry reports about a person's card.
 *
 * @param resident the person's row
 * @param id the registry's own id of this event: the same event sent again changes nothing
 * @param sequence the registry's count of this person's events: an older one that comes late changes nothing
 * @param expires of an issued or replaced card: its last day, null for a card that never expires
 */
public record CardEvent(
        long resident,
        String id,
        long sequence,
        CardEventKind kind,
        @Nullable LocalDate expires) {}
