package mo.farol.chaos.load;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/** Terminals of all institutions. */
final class Terminals {
    private final List<Terminal> all;

    Terminals(List<Terminal> all) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("nobody asks");
        }
        this.all = List.copyOf(all);
    }

    List<Terminal> all() {
        return all;
    }

    Terminal any(RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
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
