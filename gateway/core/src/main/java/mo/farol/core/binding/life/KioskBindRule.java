package mo.farol.core.binding.life;

import static mo.farol.core.binding.BindingRefusal.CHALLENGE_UNKNOWN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.KioskCheck;
import mo.farol.core.binding.KioskNumber;
import mo.farol.core.binding.Ruling;

/** Binds by card and fingerprint at a kiosk: the resident's own, or for a minor those of a parent or guardian. */
record KioskBindRule(Act act, KioskNumber pending, Optional<Challenge> asked, KioskCheck check, BindingPolicy policy)
        implements EidLedger.Rule {
    @Override
    public Ruling on(Eid eid, Instant now) {
        return asked.map(challenge -> judge(challenge, eid, now))
                .orElseGet(() -> act.refuse(EventKind.BOUND, null, CHALLENGE_UNKNOWN, null));
    }

    private Ruling judge(Challenge challenge, Eid eid, Instant now) {
        boolean own = pending.actor() == eid.resident();
        BindingRuling ruling = new BindingRuling(
                act,
                challenge,
                own ? BindingWay.KIOSK : BindingWay.GUARDIAN_KIOSK,
                pending.level(),
                List.of(UsedUp.number(pending, policy), UsedUp.challenge(challenge, policy), UsedUp.kiosk(check)));
        return ruling.on(
                eid,
                now,
                ProofConditions.numberOpen(pending, policy),
                PersonConditions.cardNotCancelled(),
                PersonConditions.mayBind(pending.actor()),
                PersonConditions.nothingBoundSince(challenge),
                ProofConditions.fingerMatched(check, pending.actor()));
    }
}
