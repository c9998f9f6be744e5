package mo.farol.planted;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import mo.farol.chaos.fault.Fault;
import mo.farol.chaos.fault.Schedule;
import mo.farol.chaos.fault.Side;
import mo.farol.chaos.world.Plan;

/**
 * When a bug shows: what happens while the usual load runs, and in what kind of world.
 *
 * @param flaw what is wrong with the world itself
 * @param stage what else is unusual about it, with the bug and without
 */
record Occasion(Duration length, List<Schedule.Step> steps, UnaryOperator<Plan> flaw, UnaryOperator<Plan> stage) {

    /** @param name of a planted bug */
    static Occasion of(String name) {
        return switch (name) {
            case "record-after-answer" ->
                in(10, step(3, new Fault.KillPostgres(), 2), step(7, new Fault.KillGateway(1), 1));
            case "commit-failure-as-refusal" -> in(14, step(2, answersLost(), 4), step(8, answersLost(), 4));
            case "trusts-own-clock" -> in(10, step(1, new Fault.ClockOffset(1, Duration.ofMinutes(2)), 6));
            case "async-standby-promoted" ->
                in(12, step(3, new Fault.Failover(), 6)).where(Plan::withAsynchronousStandby, UnaryOperator.identity());
            case "fsync-off" ->
                in(12, step(4, new Fault.KillPostgres(), 1)).where(Plan::withoutFsync, Plan::withPowerCuts);
            default -> in(8);
        };
    }

    Schedule schedule(long seed) {
        return new Schedule(seed, length, steps);
    }

    private static Occasion in(int seconds, Schedule.Step... steps) {
        return new Occasion(
                Duration.ofSeconds(seconds), List.of(steps), UnaryOperator.identity(), UnaryOperator.identity());
    }

    private Occasion where(UnaryOperator<Plan> itsFlaw, UnaryOperator<Plan> itsStage) {
        return new Occasion(length, steps, itsFlaw, itsStage);
    }

    private static Schedule.Step step(int at, Fault fault, int lasts) {
        return new Schedule.Step(Duration.ofSeconds(at), fault, Duration.ofSeconds(lasts));
    }

    /** Statements reach the database and are committed; what it says does not come back. */
    private static Fault answersLost() {
        return new Fault.Cut(new Side.Postgres(), new Side.EveryGateway(), true);
    }
}
