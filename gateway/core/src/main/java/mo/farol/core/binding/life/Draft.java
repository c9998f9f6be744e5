package mo.farol.core.binding.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingMachine;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.NewEvent;
import mo.farol.core.binding.NewNotice;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.Ruling;
import org.jspecify.annotations.Nullable;

/** The ruling on something that is done, in the making. Nobody is told the same twice. */
final class Draft {
    private final Act act;
    private final Eid eid;
    private final Instant now;
    private final List<NewEvent> events = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Set<NewNotice> notices = new LinkedHashSet<>();

    Draft(Act act, Eid eid, Instant now) {
        this.act = act;
        this.eid = eid;
        this.now = now;
    }

    Draft event(EventKind kind, @Nullable Long about, @Nullable String detail) {
        events.add(act.done(kind, about, detail));
        return this;
    }

    Draft change(Change change) {
        changes.add(change);
        return this;
    }

    /** @throws IllegalStateException when the table has no such step: a rule asks the table first */
    Draft move(HeldBinding binding, BindingAct move) {
        changes.add(new Change.Move(
                binding.id(),
                BindingMachine.next(binding.status(), move)
                        .orElseThrow(() -> new IllegalStateException(move + " from " + binding.status()))));
        return event(Told.of(move).event(), binding.id(), null);
    }

    Draft tell(NoticeKind kind) {
        return tell(Concerned.in(eid, now), kind);
    }

    Draft tell(Collection<Long> rows, NoticeKind kind) {
        rows.forEach(row -> notices.add(new NewNotice(row, kind)));
        return this;
    }

    Ruling ruling() {
        return new Ruling(events, changes, List.copyOf(notices));
    }
}
