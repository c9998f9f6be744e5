package mo.farol.core.binding.life;

import static mo.farol.core.binding.BindingRefusal.CHALLENGE_EXPIRED;
import static mo.farol.core.binding.BindingRefusal.CHALLENGE_UNKNOWN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.Ruling;

/**
 * Binds by a face check: the resident's own, or for a minor that of a parent or guardian.
 *
 * @param asked the challenge, empty unless this session made it for this e-ID
 * @param signed whether the phone's key signed it
 */
record BindRule(Act act, Optional<Challenge> asked, boolean signed, Bindings.FaceProof proof, BindingPolicy policy)
        implements EidLedger.Rule {
    @Override
    public Ruling on(Eid eid, Instant now) {
        return asked.map(challenge -> judge(challenge, eid, now))
                .orElseGet(() -> act.refuse(EventKind.BOUND, null, CHALLENGE_UNKNOWN, null));
    }

    private Ruling judge(Challenge challenge, Eid eid, Instant now) {
        boolean own = challenge.actor() == eid.resident();
        BindingRuling ruling = new BindingRuling(
                act,
                challenge,
                own ? BindingWay.FACE : BindingWay.GUARDIAN_FACE,
                proof.phone().level(),
                List.of(UsedUp.challenge(challenge, policy), UsedUp.face(proof.check())));
        return ruling.on(
                eid,
                now,
                ProofConditions.notExpired(challenge.expires(), CHALLENGE_EXPIRED),
                PersonConditions.cardNotCancelled(),
                PersonConditions.mayBind(challenge.actor()),
                PersonConditions.faceAllowed(challenge.actor()),
                PersonConditions.nothingBoundSince(challenge),
                ProofConditions.phoneProven(signed, proof.phone().level(), policy),
                ProofConditions.faceMatched(proof.check(), challenge, policy));
    }
}
