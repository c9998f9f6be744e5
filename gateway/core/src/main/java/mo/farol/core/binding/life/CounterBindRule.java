package mo.farol.core.binding.life;

import static mo.farol.core.binding.BindingRefusal.CASE_CLOSED;
import static mo.farol.core.binding.BindingRefusal.CHALLENGE_UNKNOWN;
import static mo.farol.core.binding.BindingRefusal.SAME_OPERATOR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.CounterCase;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.KioskNumber;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.Ruling;

/** Binds at a counter, by the word of two operators. */
record CounterBindRule(
        OperatorCaller second,
        CounterCase opened,
        Optional<KioskNumber> pending,
        Optional<Challenge> asked,
        BindingPolicy policy)
        implements EidLedger.Rule {
    @Override
    public Ruling on(Eid eid, Instant now) {
        return asked.flatMap(challenge -> pending.map(number -> judge(challenge, number, eid, now)))
                .orElseGet(() -> act().refuse(EventKind.BOUND, null, CHALLENGE_UNKNOWN, null));
    }

    private Ruling judge(Challenge challenge, KioskNumber number, Eid eid, Instant now) {
        boolean own = opened.actor() == eid.resident();
        BindingRuling ruling = new BindingRuling(
                act(),
                challenge,
                own ? BindingWay.COUNTER : BindingWay.GUARDIAN_COUNTER,
                number.level(),
                List.of(
                        UsedUp.counterCase(opened),
                        UsedUp.number(number, policy),
                        UsedUp.challenge(challenge, policy)));
        return ruling.on(
                eid,
                now,
                (each, at) -> Condition.unless(!second.pseudonym().equals(opened.openedBy()), SAME_OPERATOR),
                ProofConditions.notExpired(opened.expires(), CASE_CLOSED),
                PersonConditions.cardNotCancelled(),
                PersonConditions.mayBind(opened.actor()),
                PersonConditions.nothingBoundSince(challenge));
    }

    private Act act() {
        Actor both = new Actor.Operator(List.of(opened.openedBy(), second.pseudonym()));
        return new Act(Channel.DSI_COUNTER, both, opened.reason());
    }
}
