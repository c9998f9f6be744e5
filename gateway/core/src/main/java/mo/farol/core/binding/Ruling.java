package mo.farol.core.binding;

import java.util.List;

/**
 * What a rule decided. The first event is the answer to who asked; it says whether the act was done or refused.
 *
 * @param events at least one
 */
public record Ruling(List<NewEvent> events, List<Change> changes, List<NewNotice> notices) {
    public Ruling {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("nothing is decided without an event");
        }
        events = List.copyOf(events);
        changes = List.copyOf(changes);
        notices = List.copyOf(notices);
    }
}
