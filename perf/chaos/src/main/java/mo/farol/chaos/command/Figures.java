package mo.farol.chaos.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mo.farol.chaos.check.Exposure;
import mo.farol.chaos.check.Promise;
import mo.farol.chaos.check.RecoveryLimit;
import mo.farol.chaos.history.Tally;

/** The sums of a run, and its last line. */
final class Figures {
    private final Map<Promise, Long> broken = new EnumMap<>(Promise.class);
    private final List<Duration> recoveries = new ArrayList<>();
    private Tally.Counts counts = Tally.Counts.NONE;
    private Exposure exposure = Exposure.NONE;
    private Duration took = Duration.ZERO;
    private int schedules;
    private int excused;

    void add(Outcome outcome) {
        schedules++;
        counts = counts.plus(outcome.counts());
        exposure = exposure.plus(outcome.exposure());
        took = took.plus(outcome.took());
        excused += outcome.findings().excusedByRestore();
        recoveries.addAll(outcome.findings().recoveries());
        outcome.findings().violations().forEach(one -> broken.merge(one.promise(), 1L, Long::sum));
    }

    /** To be called once, after the last schedule: whether recovery took too long is a matter of the whole run. */
    void judgeRecoveries() {
        if (RecoveryLimit.isBroken(recoveries)) {
            broken.merge(Promise.SLOW_RECOVERIES, 1L, Long::sum);
        }
    }

    /** @param values in files where none may be */
    void leaked(int values) {
        if (values > 0) {
            broken.merge(Promise.LEAKED_VALUES, (long) values, Long::sum);
        }
    }

    boolean anyBroken() {
        return !broken.isEmpty();
    }

    List<Promise> brokenPromises() {
        return List.copyOf(broken.keySet());
    }

    String line() {
        StringBuilder line = new StringBuilder()
                .append("schedules=")
                .append(schedules)
                .append(" attempts=")
                .append(counts.attempts())
                .append(" replays=")
                .append(counts.replays())
                .append(" accepted=")
                .append(counts.accepted())
                .append(" refused=")
                .append(counts.refused())
                .append(" unavailable=")
                .append(counts.unavailable())
                .append(" kills=")
                .append(exposure.kills())
                .append(" acknowledged_changes=")
                .append(exposure.acknowledgedChanges());
        for (Promise promise : Promise.values()) {
            line.append(' ').append(promise.figure()).append('=').append(broken.getOrDefault(promise, 0L));
        }
        return line.append(" excused_by_restore=")
                .append(excused)
                .append(" recoveries=")
                .append(recoveries.size())
                .append(" recovery_p99_ms=")
                .append(RecoveryLimit.p99(recoveries).toMillis())
                .append(" attempts_per_second=")
                .append(counts.attempts() / Math.max(1, took.toSeconds()))
                .append(" seconds_per_schedule=")
                .append(took.toSeconds() / Math.max(1, schedules))
                .toString();
    }
}
