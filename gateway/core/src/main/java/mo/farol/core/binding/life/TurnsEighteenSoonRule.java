package mo.farol.core.binding.life;

import java.time.Instant;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.binding.Ruling;

/** Tells the minor and everybody with authority that the day is near. Changes nothing. */
record TurnsEighteenSoonRule(Act act) implements EidLedger.Rule {
    @Override
    public Ruling on(Eid eid, Instant now) {
        return new Draft(act, eid, now)
                .event(
                        EventKind.TURNING_18,
                        null,
                        Detail.of("on", eid.comesOfAge().toString()))
                .tell(Concerned.family(eid), NoticeKind.TURNS_18_SOON)
                .ruling();
    }
}
