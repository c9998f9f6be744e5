package mo.farol.chaos.command;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mo.farol.chaos.fault.Fault;
import mo.farol.chaos.fault.Schedule;
import mo.farol.chaos.fault.Side;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Recorder;
import mo.farol.chaos.load.Pause;
import mo.farol.chaos.world.World;

/** Carries a schedule out, by one thread: injects each fault at its time and heals it when it has lasted. */
final class FaultPlan {
    private final World world;
    private final Recorder recorder;
    private final List<Event> events = new ArrayList<>();

    FaultPlan(World world, Recorder recorder, Schedule schedule) {
        this.world = world;
        this.recorder = recorder;
        for (Schedule.Step step : schedule.steps()) {
            events.add(new Event(step.at(), step.fault(), true));
            events.add(new Event(step.at().plus(step.lasts()), step.fault(), false));
        }
        events.sort(Comparator.comparing(Event::at));
    }

    private record Event(Duration at, Fault fault, boolean begins) {}

    /** @param from the recorder's clock when the load began */
    void run(long from) throws IOException, SQLException, InterruptedException {
        for (Event event : events) {
            Pause.of(Duration.ofNanos(from + event.at().toNanos() - recorder.now()));
            if (event.begins()) {
                mark("begins", event.fault());
                world.inject(event.fault());
                mark("stands", event.fault());
            } else {
                world.heal(event.fault());
                mark("heals", event.fault());
            }
        }
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
