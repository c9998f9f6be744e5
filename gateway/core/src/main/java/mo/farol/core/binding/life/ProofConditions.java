package mo.farol.core.binding.life;

import static mo.farol.core.binding.life.Condition.firstBroken;
import static mo.farol.core.binding.life.Condition.unless;

import java.time.Instant;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.FaceCheck;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.KioskCheck;
import mo.farol.core.binding.KioskNumber;

/** What has to hold of the proofs that are shown: the phone's, the face's, the card's and finger's. */
final class ProofConditions {
    private static final String FACE_PURPOSE = "bind";

    private ProofConditions() {}

    static Condition notExpired(Instant expires, BindingRefusal why) {
        return (eid, now) -> unless(now.isBefore(expires), why);
    }

    static Condition phoneProven(boolean signed, KeyLevel level, BindingPolicy policy) {
        return (eid, now) -> firstBroken(
                eid,
                now,
                (each, at) -> unless(signed, BindingRefusal.SIGNATURE_INVALID),
                (each, at) -> unless(level.atLeast(policy.leastLevel()), BindingRefusal.KEY_LEVEL_TOO_LOW));
    }

    static Condition faceMatched(FaceCheck check, Challenge challenge, BindingPolicy policy) {
        boolean fits = check.person() == challenge.actor()
                && check.challenge().equals(challenge.id())
                && check.purpose().equals(FACE_PURPOSE);
        // Written so that a score that is not a number does not match.
        boolean matched = check.liveness() >= policy.leastLiveness() && check.likeness() >= policy.leastLikeness();
        return (eid, now) -> firstBroken(
                eid,
                now,
                (each, at) -> unless(fits, BindingRefusal.ASSERTION_MISMATCH),
                notExpired(check.expires(), BindingRefusal.ASSERTION_INVALID),
                (each, at) -> unless(matched, BindingRefusal.FACE_NOT_MATCHED));
    }

    static Condition numberOpen(KioskNumber pending, BindingPolicy policy) {
        return (eid, now) -> firstBroken(
                eid,
                now,
                (each, at) -> unless(!pending.used(), BindingRefusal.KIOSK_NUMBER_USED),
                notExpired(pending.expires(), BindingRefusal.KIOSK_NUMBER_EXPIRED),
                (each, at) -> unless(pending.wrongTries() < policy.kioskTries(), BindingRefusal.KIOSK_NUMBER_LOCKED));
    }

    static Condition fingerMatched(KioskCheck check, long actor) {
        return (eid, now) -> firstBroken(
                eid,
                now,
                (each, at) -> unless(check.person() == actor, BindingRefusal.ASSERTION_MISMATCH),
                notExpired(check.expires(), BindingRefusal.ASSERTION_INVALID),
                (each, at) -> unless(check.fingerprintMatched(), BindingRefusal.FINGERPRINT_NOT_MATCHED));
    }
}
