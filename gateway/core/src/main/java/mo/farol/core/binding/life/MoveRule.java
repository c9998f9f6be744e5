package mo.farol.core.binding.life;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingMachine;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.Ruling;

/**
 * Suspends, resumes or unbinds one binding, if the table has that step.
 *
 * @param may whether who asks has the authority, still
 */
record MoveRule(Act act, UUID binding, BindingAct move, Condition may) implements EidLedger.Rule {
    @Override
    public Ruling on(Eid eid, Instant now) {
        HeldBinding held = eid.binding(binding)
                .orElseThrow(() -> new IllegalStateException("the e-ID was found by a binding that it has not"));
        return may.broken(eid, now)
                .or(() -> illegal(held))
                .map(why -> act.refuse(Told.of(move).event(), held.id(), why, null))
                .orElseGet(() -> new Draft(act, eid, now)
                        .move(held, move)
                        .tell(Told.of(move).notice())
                        .ruling());
    }

    private Optional<BindingRefusal> illegal(HeldBinding held) {
        return switch (BindingMachine.step(held.status(), move)) {
            case BindingMachine.Step.To to -> Optional.empty();
            case BindingMachine.Step.Refused refused -> Optional.of(refused.why());
            case BindingMachine.Step.NotThere notThere -> throw new IllegalStateException("a held binding is there");
        };
    }
}
