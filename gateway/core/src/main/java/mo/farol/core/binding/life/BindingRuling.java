package mo.farol.core.binding.life;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.NewEvent;
import mo.farol.core.binding.NewNotice;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.Ruling;

/**
 * The ruling on a binding, whichever way it was proven: it is made and supersedes what was bound, or it is refused.
 *
 * @param usedUp what it uses up
 */
record BindingRuling(Act act, Challenge challenge, BindingWay way, KeyLevel level, List<Change> usedUp) {
    /** Somebody else may be trying, so the people concerned hear of these. */
    private static final Set<BindingRefusal> ALARMING = Set.of(
            BindingRefusal.ASSERTION_MISMATCH, BindingRefusal.FACE_NOT_MATCHED, BindingRefusal.FINGERPRINT_NOT_MATCHED);

    /** What {@code conditions} come to, the first that does not hold first. */
    Ruling on(Eid eid, Instant now, Condition... conditions) {
        return Condition.firstBroken(eid, now, conditions)
                .map(why -> refuse(eid, now, why))
                .orElseGet(() -> make(eid, now));
    }

    private Ruling refuse(Eid eid, Instant now, BindingRefusal why) {
        List<NewNotice> notices = ALARMING.contains(why)
                ? Concerned.in(eid, now).stream()
                        .map(row -> new NewNotice(row, NoticeKind.BINDING_REFUSED))
                        .toList()
                : List.of();
        // A proof that came too late is spent; one that was spent before is refused as that, which tells more.
        List<Change> changes = why == BindingRefusal.BOUND_MEANWHILE ? usedUp : List.of();
        return new Ruling(List.of(act.refused(EventKind.BOUND, null, why, detail())), changes, notices);
    }

    private Ruling make(Eid eid, Instant now) {
        Draft draft = new Draft(proven(), eid, now).event(EventKind.BOUND, NewEvent.THE_NEW_BINDING, detail());
        usedUp.forEach(draft::change);
        Optional<HeldBinding> before = eid.liveBinding();
        before.ifPresent(binding -> draft.move(binding, BindingAct.SUPERSEDE));
        draft.change(new Change.Bind(
                        challenge.keyId(), challenge.key(), way, challenge.actor(), level, challenge.phone()))
                .tell(NoticeKind.BOUND);
        before.ifPresent(binding -> tellOfSuperseded(draft, binding, Concerned.in(eid, now)));
        return draft.ruling();
    }

    private void tellOfSuperseded(Draft draft, HeldBinding before, SequencedSet<Long> concerned) {
        boolean byAnother = way.byGuardian() && before.way().byGuardian() && before.actor() != challenge.actor();
        if (byAnother && concerned.remove(before.actor())) {
            draft.tell(List.of(before.actor()), NoticeKind.REBOUND_BY_OTHER_GUARDIAN);
        }
        draft.tell(concerned, NoticeKind.SUPERSEDED);
    }

    /** A face proves who acts; until then it is whoever is signed in. */
    private Act proven() {
        return switch (way) {
            case FACE, GUARDIAN_FACE -> act.by(new Actor.Resident(challenge.actor()));
            case KIOSK, GUARDIAN_KIOSK, COUNTER, GUARDIAN_COUNTER -> act;
        };
    }

    private String detail() {
        return Detail.of("way", way) + " " + Detail.of("key_level", level);
    }
}
