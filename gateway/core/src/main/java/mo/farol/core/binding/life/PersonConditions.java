package mo.farol.core.binding.life;

import static mo.farol.core.binding.life.Condition.unless;

import java.time.Instant;
import java.util.Optional;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.Guardianship;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.registry.CardStatus;

/** What has to hold of the people whenever something is to be bound, judged when it is bound and not a moment before. */
final class PersonConditions {
    private PersonConditions() {}

    /** A card that has expired, or is reported lost or found, can be bound: only a cancelled one cannot. */
    static Condition cardNotCancelled() {
        return (eid, now) -> eid.card().dead()
                ? Optional.of(BindingRefusal.PERSON_DECEASED)
                : unless(eid.card().status() != CardStatus.CANCELLED, BindingRefusal.CARD_NOT_IN_FORCE);
    }

    /** An adult binds their own e-ID; a minor's is bound by whoever has authority over them now. */
    static Condition mayBind(long actor) {
        return (eid, now) -> {
            boolean minor = isMinor(eid, now);
            if (actor == eid.resident()) {
                return unless(!minor, BindingRefusal.NO_AUTHORITY);
            }
            return minor
                    ? unless(eid.authorityOf(actor).isPresent(), BindingRefusal.NO_AUTHORITY)
                    : Optional.of(BindingRefusal.NO_LONGER_A_MINOR);
        };
    }

    /** The person, or whoever has authority over the minor now: for everything but binding. */
    static Condition mayAct(long actor) {
        return (eid, now) -> unless(
                actor == eid.resident()
                        || (isMinor(eid, now) && eid.authorityOf(actor).isPresent()),
                BindingRefusal.NO_AUTHORITY);
    }

    /** A twin's face may be the other twin's. It matters whose face is compared, not whose e-ID it is. */
    static Condition faceAllowed(long actor) {
        return (eid, now) -> unless(!isMultiple(eid, actor), BindingRefusal.KIOSK_REQUIRED);
    }

    static boolean isMultiple(Eid eid, long actor) {
        return actor == eid.resident()
                ? eid.multiple()
                : eid.authorityOf(actor).map(Guardianship::multiple).orElse(false);
    }

    /** Of two phones that bind at once, one wins and the other is told. */
    static Condition nothingBoundSince(Challenge challenge) {
        return (eid, now) -> {
            Optional<Long> live = eid.liveBinding().map(HeldBinding::id);
            return unless(
                    live.isEmpty() || live.equals(Optional.ofNullable(challenge.replacing())),
                    BindingRefusal.BOUND_MEANWHILE);
        };
    }

    private static boolean isMinor(Eid eid, Instant now) {
        return eid.isMinorOn(MacauDay.of(now));
    }
}
