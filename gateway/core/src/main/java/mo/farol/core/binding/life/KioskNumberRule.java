package mo.farol.core.binding.life;

import static mo.farol.core.binding.BindingRefusal.CHALLENGE_EXPIRED;
import static mo.farol.core.binding.BindingRefusal.CHALLENGE_UNKNOWN;

import java.time.Instant;
import java.util.Optional;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.Ruling;

/**
 * Lets a phone that has proven its pending key have a number for the kiosk or the counter. Open to everybody whose face
 * cannot or may not be checked; nothing is bound yet.
 */
record KioskNumberRule(Act act, Optional<Challenge> asked, boolean signed, KeyLevel level, BindingPolicy policy)
        implements EidLedger.Rule {
    @Override
    public Ruling on(Eid eid, Instant now) {
        return asked.map(challenge -> judge(challenge, eid, now)).orElseGet(() -> refuse(CHALLENGE_UNKNOWN));
    }

    private Ruling judge(Challenge challenge, Eid eid, Instant now) {
        return Condition.firstBroken(
                        eid,
                        now,
                        ProofConditions.notExpired(challenge.expires(), CHALLENGE_EXPIRED),
                        PersonConditions.cardNotCancelled(),
                        PersonConditions.mayBind(challenge.actor()),
                        PersonConditions.nothingBoundSince(challenge),
                        ProofConditions.phoneProven(signed, level, policy))
                .map(this::refuse)
                .orElseGet(() -> new Draft(act, eid, now)
                        .event(EventKind.KIOSK_NUMBER, null, Detail.of("key_level", level))
                        .ruling());
    }

    private Ruling refuse(BindingRefusal why) {
        return act.refuse(EventKind.KIOSK_NUMBER, null, why, null);
    }
}
