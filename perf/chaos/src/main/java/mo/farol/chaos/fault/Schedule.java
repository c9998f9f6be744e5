package mo.farol.chaos.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What is done when, drawn from a seed: the same seed gives the same schedule. The seed's remainder chooses the main
 * fault, so that as many seeds in a row as there are kinds have every kind.
 *
 * @param length how long load runs, from the first request
 * @param steps by time of the injection
 */
public record Schedule(long seed, Duration length, List<Step> steps) {
    private static final int KINDS = Kind.values().length;
    private static final long LEAST_MILLIS = 8_000;
    private static final long MOST_MILLIS = 12_000;
    private static final long LAST_INJECTION_MILLIS = 4_000;
    private static final long QUICK_LONGEST_MILLIS = 8_000;
    private static final long LONGEST_MILLIS = 60_000;

    public Schedule {
        steps = List.copyOf(steps);
    }

    /**
     * @param at when it is injected, from the start of the load
     * @param lasts from the injection until it is healed
     */
    public record Step(Duration at, Fault fault, Duration lasts) {}

    /** @param quick nothing lasts longer than eight seconds; else up to sixty, rarely */
    public static Schedule draw(long seed, boolean quick) {
        RandomGenerator random = new SplittableRandom(seed);
        Kind main = Kind.values()[(int) Math.floorMod(seed, (long) KINDS)];
        List<Step> steps = new ArrayList<>();
        steps.add(step(random, main, quick));
        int more = random.nextInt(main.isLarge() ? 2 : 3);
        for (int i = 0; i < more; i++) {
            steps.add(step(random, Kind.values()[random.nextInt(Kind.CHEAP)], quick));
        }
        steps.sort(Comparator.comparing(Step::at));
        return new Schedule(seed, length(random, steps), steps);
    }

    private static Step step(RandomGenerator random, Kind kind, boolean quick) {
        Duration at = Duration.ofMillis(1_000 + random.nextLong(LAST_INJECTION_MILLIS - 1_000));
        Duration lasts = Duration.ofMillis(lasts(random, quick));
        return new Step(at, kind.draw(random, lasts), lasts);
    }

    /** Mostly seconds; one in four as long as may be, one in ten of the full ones far longer. */
    private static long lasts(RandomGenerator random, boolean quick) {
        int die = random.nextInt(20);
        if (!quick && die < 2) {
            return random.nextLong(QUICK_LONGEST_MILLIS, LONGEST_MILLIS + 1);
        }
        return random.nextLong(500, die < 7 ? QUICK_LONGEST_MILLIS + 1 : 3_001);
    }

    /** Load goes on for two seconds after the last heal. */
    private static Duration length(RandomGenerator random, List<Step> steps) {
        Duration usual = Duration.ofMillis(random.nextLong(LEAST_MILLIS, MOST_MILLIS + 1));
        Duration needed = steps.stream()
                .map(step -> step.at().plus(step.lasts()).plusSeconds(2))
                .max(Comparator.naturalOrder())
                .orElse(usual);
        return needed.compareTo(usual) > 0 ? needed : usual;
    }
}
