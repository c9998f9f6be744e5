package mo.farol.chaos.load;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Terminals of all institutions. */
final class Terminals {
    private final List<Terminal> all;
    private final List<Terminal> challenging;

    Terminals(List<Terminal> all) {
        this(all, List.of());
    }

    /** @param challenging some of the same, for purposes that take an answer to a challenge only */
    Terminals(List<Terminal> all, List<Terminal> challenging) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("nobody asks");
        }
        this.all = List.copyOf(all);
        this.challenging = List.copyOf(challenging);
    }

    List<Terminal> all() {
        return all;
    }

    Terminal any(RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    /** One that shows challenges; empty when no purpose asks for them. */
    Optional<Terminal> anyChallenging(RandomGenerator random) {
        return challenging.isEmpty()
                ? Optional.empty()
                : Optional.of(challenging.get(random.nextInt(challenging.size())));
    }

    /** Where an answer to this one's challenge does not belong: another terminal, or another purpose. */
    Terminal elsewhere(Terminal than, RandomGenerator random) {
        List<Terminal> others = Stream.concat(challenging.stream(), all.stream())
                .filter(one -> !one.from().equals(than.from()))
                .toList();
        return others.get(random.nextInt(others.size()));
    }

    /** Another terminal; of the same institution and purpose if there is one. */
    Terminal other(Terminal than, RandomGenerator random) {
        List<Terminal> colleagues = all.stream()
                .filter(one -> one.from().purpose().equals(than.from().purpose())
                        && one.from().institution().equals(than.from().institution())
                        && !one.name().equals(than.name()))
                .toList();
        return colleagues.isEmpty() ? any(random) : colleagues.get(random.nextInt(colleagues.size()));
    }

    /** A new access token for each. */
    void renew(SignIn signIn) throws IOException, InterruptedException {
        for (Terminal terminal : all) {
            signIn.renew(terminal);
        }
    }
}
