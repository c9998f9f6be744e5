package mo.farol.core.binding;

import java.util.List;

/**
 * What a rule decided. The first event is the answer to who asked; it says whether the act was done or refused.
 *
 * @param events at least one
 * @param changes of a refusal at most {@link Change.UseOnce}: what was shown in vain is used up, and what had been used
 *     before is refused as that
 */
public record Ruling(List<NewEvent> events, List<Change> changes, List<NewNotice> notices) {
    public Ruling {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("nothing is decided without an event");
        }
        events = List.copyOf(events);
        changes = List.copyOf(changes);
        if (events.getFirst().refusal().isPresent() && !changes.stream().allMatch(Change.UseOnce.class::isInstance)) {
            throw new IllegalArgumentException("a refusal changes nothing");
        }
        notices = List.copyOf(notices);
    }
}
