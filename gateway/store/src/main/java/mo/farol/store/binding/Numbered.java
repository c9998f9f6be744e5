package mo.farol.store.binding;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.NewEvent;
import mo.farol.core.binding.NewNotice;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.Ruling;
import org.jspecify.annotations.Nullable;

/** A ruling's events and notices with the ids that they are entered under. */
record Numbered(List<Event> events, List<Notice> notices) {
    private static final int SALT_BYTES = 32;

    /** @param event with the real row of a new binding */
    record Event(UUID id, NewEvent event, byte[] salt) {}

    /** @param event what it tells of */
    record Notice(UUID id, UUID event, NewNotice notice) {}

    /** @param newBinding the row of the binding that the ruling makes, null when it makes none */
    static Numbered of(Ruling ruling, Instant now, @Nullable Long newBinding, EventIds ids, SecureRandom random) {
        List<Event> events = new ArrayList<>();
        for (NewEvent event : ruling.events()) {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            events.add(new Event(ids.at(now, events.size()), resolved(event, newBinding), salt));
        }
        List<Notice> notices = new ArrayList<>();
        for (NewNotice notice : ruling.notices()) {
            UUID id = ids.at(now, events.size() + notices.size());
            notices.add(new Notice(id, toldBy(notice.kind(), events).id(), notice));
        }
        return new Numbered(events, notices);
    }

    /** The event that ended this binding: what is about it, or else what the ruling is about. */
    UUID ending(long binding) {
        return events.stream()
                .filter(each -> each.event().about() != null && each.event().about() == binding)
                .findFirst()
                .orElse(events.getFirst())
                .id();
    }

    private static NewEvent resolved(NewEvent event, @Nullable Long newBinding) {
        if (event.about() == null || event.about() != NewEvent.THE_NEW_BINDING) {
            return event;
        }
        if (newBinding == null) {
            throw new IllegalArgumentException("an event is about a new binding, and there is none");
        }
        return new NewEvent(
                event.kind(),
                newBinding,
                event.refusal(),
                event.channel(),
                event.actor(),
                event.reason(),
                event.detail());
    }

    private static Event toldBy(NoticeKind kind, List<Event> events) {
        EventKind told = told(kind);
        return events.stream()
                .filter(each -> each.event().kind() == told)
                .findFirst()
                .orElse(events.getFirst());
    }

    private static @Nullable EventKind told(NoticeKind kind) {
        return switch (kind) {
            case BOUND, REBOUND_BY_OTHER_GUARDIAN -> EventKind.BOUND;
            case SUPERSEDED -> EventKind.SUPERSEDED;
            case SUSPENDED -> EventKind.SUSPENDED;
            case RESUMED -> EventKind.RESUMED;
            case UNBOUND -> EventKind.UNBOUND;
            case GUARDIAN_GRANTED -> EventKind.GUARDIAN_GRANTED;
            case GUARDIAN_WITHDRAWN -> EventKind.GUARDIAN_WITHDRAWN;
            case CARD_CANCELLED, CARD_EXPIRED -> EventKind.CARD_EVENT;
            case TURNS_18_SOON, TURNED_18 -> EventKind.TURNING_18;
            case ACCOUNT_LINKED -> EventKind.ACCOUNT_LINKED;
            case ACCOUNT_UNLINKED -> EventKind.ACCOUNT_UNLINKED;
            case FIRST_USE_BY_INSTITUTION, BINDING_REFUSED, REPORT_RECEIVED -> null;
        };
    }
}
