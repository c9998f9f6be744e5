package mo.farol.core.binding.life;

import java.time.Instant;
import java.util.Optional;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.KioskNumber;
import mo.farol.core.binding.Ruling;

/** Opens a case at a counter. The operator has seen the person and the card; binding is for a second operator. */
record CounterCaseRule(Act act, KioskNumber pending, Optional<Challenge> asked, BindingPolicy policy)
        implements EidLedger.Rule {
    @Override
    public Ruling on(Eid eid, Instant now) {
        return asked.map(challenge -> judge(challenge, eid, now))
                .orElseGet(() -> refuse(BindingRefusal.CHALLENGE_UNKNOWN));
    }

    private Ruling judge(Challenge challenge, Eid eid, Instant now) {
        return Condition.firstBroken(
                        eid,
                        now,
                        ProofConditions.numberOpen(pending, policy),
                        PersonConditions.cardNotCancelled(),
                        PersonConditions.mayBind(pending.actor()),
                        PersonConditions.nothingBoundSince(challenge))
                .map(this::refuse)
                .orElseGet(() -> new Draft(act, eid, now)
                        .event(EventKind.COUNTER_CASE, null, Detail.of("key_level", pending.level()))
                        .ruling());
    }

    private Ruling refuse(BindingRefusal why) {
        return act.refuse(EventKind.COUNTER_CASE, null, why, null);
    }
}
