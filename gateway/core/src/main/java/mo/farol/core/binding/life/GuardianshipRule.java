package mo.farol.core.binding.life;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.Guardianship;
import mo.farol.core.binding.GuardianshipEvent;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.Ruling;

/**
 * Grants or withdraws authority over a minor. A withdrawal ends at once what that guardian bound, and nothing else.
 *
 * @param guardian their own e-ID, as it stood just before
 */
record GuardianshipRule(Act act, GuardianshipEvent event, Eid guardian) implements EidLedger.Rule {
    @Override
    public Ruling on(Eid eid, Instant now) {
        return Condition.firstBroken(eid, now, this::notOutOfDate, this::stillMinor, this::eligible)
                .map(why -> act.refuse(kind(), null, why, detail()))
                .orElseGet(() -> apply(eid, now));
    }

    private Optional<BindingRefusal> notOutOfDate(Eid eid, Instant now) {
        return Condition.unless(
                onFile(eid).map(Guardianship::sequence).orElse(Long.MIN_VALUE) < event.sequence(),
                BindingRefusal.OUT_OF_DATE);
    }

    private Optional<BindingRefusal> stillMinor(Eid eid, Instant now) {
        return Condition.unless(!event.granted() || eid.isMinorOn(MacauDay.of(now)), BindingRefusal.NO_LONGER_A_MINOR);
    }

    /** Only a living adult, and another person; withdrawing is possible from everybody. */
    private Optional<BindingRefusal> eligible(Eid eid, Instant now) {
        boolean may = guardian.resident() != eid.resident()
                && !guardian.isMinorOn(MacauDay.of(now))
                && !guardian.card().dead();
        return Condition.unless(!event.granted() || may, BindingRefusal.GUARDIAN_NOT_ELIGIBLE);
    }

    private Ruling apply(Eid eid, Instant now) {
        Draft draft = new Draft(act, eid, now)
                .event(kind(), null, detail())
                .change(new Change.Guardian(event.guardian(), event.kind(), event.granted(), event.sequence()));
        boolean inForce = eid.authorityOf(event.guardian()).isPresent();
        if (inForce != event.granted()) {
            tell(draft, event.granted() ? NoticeKind.GUARDIAN_GRANTED : NoticeKind.GUARDIAN_WITHDRAWN);
        }
        if (!event.granted()) {
            boundByThem(eid, now).ifPresent(live -> tell(draft.move(live, BindingAct.UNBIND), NoticeKind.UNBOUND));
        }
        return draft.ruling();
    }

    private void tell(Draft draft, NoticeKind notice) {
        draft.tell(notice).tell(List.of(event.guardian()), notice);
    }

    /** Once the minor is of age the policy for that day has decided about it, not the end of every guardianship. */
    private Optional<HeldBinding> boundByThem(Eid eid, Instant now) {
        return eid.liveBinding()
                .filter(live -> live.way().byGuardian() && live.actor() == event.guardian())
                .filter(live -> eid.isMinorOn(MacauDay.of(now)));
    }

    private Optional<Guardianship> onFile(Eid eid) {
        return eid.guardians().stream()
                .filter(each -> each.guardian() == event.guardian())
                .findFirst();
    }

    private EventKind kind() {
        return event.granted() ? EventKind.GUARDIAN_GRANTED : EventKind.GUARDIAN_WITHDRAWN;
    }

    private String detail() {
        return Detail.of("guardianship", event.kind()) + " " + Detail.of("registry_event", event.id());
    }
}
