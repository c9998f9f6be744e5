package mo.farol.core.binding.life;

import java.time.Duration;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.CounterCase;
import mo.farol.core.binding.FaceCheck;
import mo.farol.core.binding.KioskCheck;
import mo.farol.core.binding.KioskNumber;
import mo.farol.core.binding.OnceKind;

/** What a binding uses up. Its use is remembered well beyond the moment from which it is refused as expired anyway. */
final class UsedUp {
    private static final Duration MARGIN = Duration.ofDays(1);

    private UsedUp() {}

    /** A challenge lives on in its kiosk number, and that in a counter case. */
    static Change.UseOnce challenge(Challenge challenge, BindingPolicy policy) {
        return new Change.UseOnce(
                OnceKind.BINDING_CHALLENGE,
                OnceKind.key(challenge.id()),
                challenge
                        .expires()
                        .plus(policy.kioskNumberLife().multipliedBy(2))
                        .plus(MARGIN));
    }

    static Change.UseOnce number(KioskNumber pending, BindingPolicy policy) {
        return new Change.UseOnce(
                OnceKind.KIOSK_NUMBER,
                OnceKind.key(pending.challenge()),
                pending.expires().plus(policy.kioskNumberLife()).plus(MARGIN));
    }

    static Change.UseOnce face(FaceCheck check) {
        return new Change.UseOnce(
                OnceKind.FACE_ASSERTION, check.id(), check.expires().plus(MARGIN));
    }

    static Change.UseOnce kiosk(KioskCheck check) {
        return new Change.UseOnce(
                OnceKind.KIOSK_ASSERTION, check.id(), check.expires().plus(MARGIN));
    }

    static Change.UseOnce counterCase(CounterCase opened) {
        return new Change.UseOnce(
                OnceKind.COUNTER_CASE,
                OnceKind.key(opened.id()),
                opened.expires().plus(MARGIN));
    }
}
