package mo.farol.chaos.command;

import java.nio.file.Path;
import java.time.Duration;
import mo.farol.chaos.check.Exposure;
import mo.farol.chaos.check.Findings;
import mo.farol.chaos.fault.Schedule;
import mo.farol.chaos.history.Tally;

/**
 * What came of one schedule.
 *
 * @param took from the first question to the verdict
 */
record Outcome(
        Schedule schedule, Path history, Tally.Counts counts, Exposure exposure, Findings findings, Duration took) {
    /** The kinds of faults, in their order. */
    String faults() {
        return String.join(
                "+", schedule.steps().stream().map(step -> step.fault().kind()).toList());
    }
}
