package mo.farol.core.binding.life;

import java.time.Instant;
import java.util.Optional;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingMachine;
import mo.farol.core.binding.BindingPolicy.AtEighteen;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.Ruling;

/** Does on the day what the policy says with what a parent or guardian bound, and tells everybody. */
record TurnedEighteenRule(Act act, AtEighteen policy) implements EidLedger.Rule {
    @Override
    public Ruling on(Eid eid, Instant now) {
        Draft draft = new Draft(act, eid, now)
                .event(EventKind.TURNING_18, null, Detail.of("policy", policy))
                .tell(Concerned.family(eid), NoticeKind.TURNED_18);
        Optional<HeldBinding> bound =
                eid.liveBinding().filter(live -> live.way().byGuardian() && !eid.isMinorOn(MacauDay.of(now)));
        bound.ifPresent(live -> move().filter(move -> isLegal(live, move))
                .ifPresent(move -> draft.move(live, move).tell(Told.of(move).notice())));
        return draft.ruling();
    }

    private Optional<BindingAct> move() {
        return switch (policy) {
            case KEEP -> Optional.empty();
            case SUSPEND -> Optional.of(BindingAct.SUSPEND);
            case UNBIND -> Optional.of(BindingAct.UNBIND);
        };
    }

    /** Somebody may have suspended it themselves. */
    private static boolean isLegal(HeldBinding live, BindingAct move) {
        return BindingMachine.next(live.status(), move).isPresent();
    }
}
