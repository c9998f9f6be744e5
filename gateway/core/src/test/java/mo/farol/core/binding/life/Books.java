package mo.farol.core.binding.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Challenge;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.mint.PhoneKey;
import org.jspecify.annotations.Nullable;

/** What a random history itself knows of what is waiting, spent or locked, apart from the code under test. */
final class Books {
    private static final int KIOSK_TRIES = 5;

    final List<Pending> pending = new ArrayList<>();
    final List<Slip> numbers = new ArrayList<>();
    final List<byte[]> spentFaces = new ArrayList<>();
    final List<byte[]> spentFingers = new ArrayList<>();
    private final Map<UUID, OpenCase> cases = new HashMap<>();
    private final Map<Long, Slip> current = new HashMap<>();
    private final Set<UUID> spent = new HashSet<>();
    private final Set<BindingPublicKey> keys = new HashSet<>();
    private final Map<UUID, Integer> wrongTries = new HashMap<>();

    record Pending(Challenge challenge, PhoneKey key) {}

    /** A number as somebody may type it. @param of null: nobody was ever shown it */
    record Slip(String shown, long actor, @Nullable Pending of, Instant expires) {}

    record OpenCase(Pending of, Instant expires) {}

    void shown(Bindings.ShownNumber shown, Pending of) {
        if (numbers.stream().noneMatch(each -> of.equals(each.of()))) {
            Slip number = new Slip(
                    shown.number(), of.challenge().actor(), of, shown.pending().expires());
            numbers.add(number);
            current.put(of.challenge().resident(), number);
        }
    }

    void opened(UUID id, Slip number, Instant expires) {
        if (number.of() != null) {
            cases.put(id, new OpenCase(number.of(), expires));
        }
    }

    @Nullable
    OpenCase opened(UUID id) {
        return cases.get(id);
    }

    /** A bind that succeeded, or came too late, has spent what it showed. */
    void settle(Answer<?> answer, Pending of, Runnable assertionIsSpent) {
        boolean done = answer instanceof Answer.Given<?> given && !given.replayed();
        boolean late = answer instanceof Answer.Refused<?> refused
                && !refused.replayed()
                && refused.why() == BindingRefusal.BOUND_MEANWHILE;
        if (done) {
            keys.add(of.key().publicKey());
        }
        if (done || late) {
            spent.add(of.challenge().id());
            assertionIsSpent.run();
        }
    }

    void countWrong(Answer<?> answer, long actor) {
        if (answer instanceof Answer.Refused<?> refused
                && !refused.replayed()
                && refused.why() == BindingRefusal.KIOSK_NUMBER_UNKNOWN) {
            numbers.stream()
                    .filter(each -> each.actor() == actor && each.of() != null)
                    .forEach(each -> wrongTries.merge(
                            Objects.requireNonNull(each.of()).challenge().id(), 1, Integer::sum));
        }
    }

    boolean isFresh(Pending of) {
        return !spent.contains(of.challenge().id()) && !keys.contains(of.key().publicKey());
    }

    boolean isOpen(Slip number, Instant now) {
        Pending of = number.of();
        return of != null
                && isFresh(of)
                && number.equals(current.get(of.challenge().resident()))
                && now.isBefore(number.expires())
                && wrongTries.getOrDefault(of.challenge().id(), 0) < KIOSK_TRIES;
    }
}
