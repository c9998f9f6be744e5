package mo.farol.chaos.check;

import java.time.Duration;
import java.util.List;

/**
 * I7, the verdict over a whole run: 99 of 100 recoveries within five seconds. All gateways, PostgreSQL, its standby and
 * the load share two cores here, so as much again is allowed before it counts as broken; the figure is the one measured.
 */
public final class RecoveryLimit {
    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final Duration MARGIN = Duration.ofSeconds(5);
    private static final double QUANTILE = 0.99;

    private RecoveryLimit() {}

    /** The 99th percentile by nearest rank; zero when there is none. */
    public static Duration p99(List<Duration> samples) {
        if (samples.isEmpty()) {
            return Duration.ZERO;
        }
        List<Duration> sorted = samples.stream().sorted().toList();
        return sorted.get((int) Math.ceil(QUANTILE * sorted.size()) - 1);
    }

    public static boolean isBroken(List<Duration> samples) {
        return p99(samples).compareTo(PROMISED.plus(MARGIN)) > 0;
    }
}
