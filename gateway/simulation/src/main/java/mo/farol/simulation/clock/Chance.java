package mo.farol.simulation.clock;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Everything that is left to chance in one world, drawn from its seed. */
public final class Chance {
    private final SplittableRandom random;

    public Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A source of its own, so that how often it is asked changes nothing elsewhere. */
    public Chance split() {
        return new Chance(random.nextLong());
    }

    public RandomGenerator source() {
        return random;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** From {@code least} to {@code most}, both included. */
    public long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    /** Mostly near {@code least}, now and then up to {@code most}: how long things take. */
    public long mostly(long least, long most) {
        double u = random.nextDouble();
        double skewed = u * u * u * u;
        return least + (long) (skewed * (most - least));
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
