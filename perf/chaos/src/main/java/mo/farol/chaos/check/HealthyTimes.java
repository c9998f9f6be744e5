package mo.farol.chaos.check;

import java.util.List;
import java.util.Set;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;

/**
 * When the system was healthy: before the first fault, and after the world said that everything was well again. A rolling
 * restart is no fault here, and neither is a gateway's wrong clock: nobody may notice them. After a floor was raised,
 * codes are dead until the clock has passed it.
 */
final class HealthyTimes {
    private static final Set<String> UNNOTICED = Set.of("rolling-restart", "clock-offset");
    private static final Set<String> RAISES_THE_FLOOR = Set.of("failover", "point-in-time-restore");
    private static final long PASSING_THE_FLOOR = 25_000_000_000L;

    private final long until;
    private final long from;

    HealthyTimes(List<Line.FaultMark> marks) {
        this.until = at(marks, "begins", true);
        boolean raised = marks.stream().anyMatch(mark -> RAISES_THE_FLOOR.contains(mark.fault()));
        long healthy = at(marks, "healthy", false);
        this.from = raised && healthy != Long.MAX_VALUE ? healthy + PASSING_THE_FLOOR : healthy;
    }

    private static long at(List<Line.FaultMark> marks, String step, boolean first) {
        var times = marks.stream()
                .filter(mark -> mark.step().equals(step) && !UNNOTICED.contains(mark.fault()))
                .mapToLong(Line.FaultMark::at);
        return (first ? times.min() : times.max()).orElse(Long.MAX_VALUE);
    }

    /** From the question to its answer. */
    boolean contains(Op op) {
        return op.answered() < until || op.invoked() > from;
    }
}
