package mo.farol.planted;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import mo.farol.chaos.fault.Fault;
import mo.farol.chaos.fault.Schedule;
import mo.farol.chaos.fault.Side;

/**
 * When a bug shows: what happens while the usual load runs, and in what kind of world.
 *
 * @param switches how the world differs from a good one
 * @param control the same for a run of the good product at the same occasion, which must stay clean
 */
record Occasion(
        Duration length, List<Schedule.Step> steps, Map<String, String> switches, Map<String, String> control) {
    private static final Occasion LOAD_ALONE = new Occasion(Duration.ofSeconds(8), List.of(), Map.of(), Map.of());

    /** @param name of a planted bug */
    static Occasion of(String name) {
        return switch (name) {
            case "record-after-answer" -> in(10, step(3, new Fault.KillPostgres(), 2), step(7, new Fault.KillGateway(1), 1));
            case "commit-failure-as-refusal" -> in(14, step(2, answersLost(), 4), step(8, answersLost(), 4));
            case "trusts-own-clock" -> in(14, step(1, new Fault.ClockOffset(1, Duration.ofHours(1)), 12));
            case "async-standby-promoted" ->
                in(12, step(3, new Fault.Failover(), 6)).where(Map.of("synchronous_standby", "off"), Map.of());
            case "fsync-off" ->
                in(12, step(4, new Fault.KillPostgres(), 1))
                        .where(Map.of("power_cuts", "on", "fsync", "off"), Map.of("power_cuts", "on"));
            default -> LOAD_ALONE;
        };
    }

    Schedule schedule(long seed) {
        return new Schedule(seed, length, steps);
    }

    private static Occasion in(int seconds, Schedule.Step... steps) {
        return new Occasion(Duration.ofSeconds(seconds), List.of(steps), Map.of(), Map.of());
    }

    private Occasion where(Map<String, String> planted, Map<String, String> good) {
        return new Occasion(length, steps, planted, good);
    }

    private static Schedule.Step step(int at, Fault fault, int lasts) {
        return new Schedule.Step(Duration.ofSeconds(at), fault, Duration.ofSeconds(lasts));
    }

    /** Statements reach the database and are committed; what it says does not come back. */
    private static Fault answersLost() {
        return new Fault.Cut(new Side.Postgres(), new Side.EveryGateway(), true);
    }
}
