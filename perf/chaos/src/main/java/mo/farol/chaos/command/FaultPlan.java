package mo.farol.chaos.command;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import mo.farol.chaos.fault.Fault;
import mo.farol.chaos.fault.Schedule;
import mo.farol.chaos.fault.Side;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Recorder;
import mo.farol.chaos.load.Pause;
import mo.farol.chaos.world.World;

/**
 * Carries a schedule out, by one thread: injects each fault at its time and heals it when it has lasted. A gateway with a
 * wrong clock is started anew and shows nothing before it is ready, so it lasts from then on.
 */
final class FaultPlan {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(40);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final World world;
    private final Recorder recorder;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));

    FaultPlan(World world, Recorder recorder, Schedule schedule) {
        this.world = world;
        this.recorder = recorder;
        for (Schedule.Step step : schedule.steps()) {
            events.add(new Event(step.at(), Stage.BEGINS, step));
        }
    }

    private enum Stage {
        BEGINS,
        STARTS,
        HEALS
    }

    /** @param at from the beginning of the load */
    private record Event(Duration at, Stage stage, Schedule.Step step) {}

    /** @param from the recorder's clock when the load began */
    void run(long from) throws IOException, SQLException, InterruptedException {
        for (Event event = events.poll(); event != null; event = events.poll()) {
            Pause.of(Duration.ofNanos(from + event.at().toNanos() - recorder.now()));
            Fault fault = event.step().fault();
            switch (event.stage()) {
                case BEGINS -> {
                    mark("begins", fault);
                    world.inject(fault);
                    mark("stands", fault);
                    next(fault instanceof Fault.ClockOffset ? Stage.STARTS : Stage.HEALS, event, from);
                }
                case STARTS -> next(isStarted(event, from) ? Stage.HEALS : Stage.STARTS, event, from);
                case HEALS -> {
                    world.heal(fault);
                    mark("heals", fault);
                }
            }
        }
    }

    private void next(Stage stage, Event after, long from) {
        Duration now = Duration.ofNanos(recorder.now() - from);
        Duration wait = stage == Stage.HEALS ? after.step().lasts() : BETWEEN_LOOKS;
        events.add(new Event(now.plus(wait), stage, after.step()));
    }

    /** One that cannot start, because of another fault, is not waited for. */
    private boolean isStarted(Event event, long from) throws InterruptedException {
        Duration asked = event.step().at();
        return recorder.now() - from > asked.plus(STARTS_WITHIN).toNanos()
                || event.step().fault() instanceof Fault.ClockOffset(int node, Duration _) && world.healthy(node);
    }

    private void mark(String step, Fault fault) throws InterruptedException {
        recorder.note(new Line.FaultMark(recorder.now(), step, fault.kind(), fault.toString(), nodes(fault)));
    }

    /** The gateways that it is about; none: all, or the database. */
    private static List<Integer> nodes(Fault fault) {
        return switch (fault) {
            case Fault.KillGateway(int node) -> List.of(node);
            case Fault.FreezeGateway(int node, Duration _) -> List.of(node);
            case Fault.ClockOffset(int node, Duration _) -> List.of(node);
            case Fault.Cut(Side.Gateway(int node), Side _, boolean _) -> List.of(node);
            case Fault.Cut _,
                    Fault.KillPostgres _,
                    Fault.RestartPostgres _,
                    Fault.FreezePostgres _,
                    Fault.FullRestart _,
                    Fault.Failover _,
                    Fault.PointInTimeRestore _,
                    Fault.RollingRestart _ -> List.of();
        };
    }

    /** In words, one line a step. */
    static List<String> words(Schedule schedule) {
        return schedule.steps().stream()
                .map(step -> step.at().toMillis() + " ms: " + step.fault() + " for "
                        + step.lasts().toMillis() + " ms")
                .toList();
    }
}
