package mo.farol.chaos.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mo.farol.chaos.check.Checks;
import mo.farol.chaos.check.Exposure;
import mo.farol.chaos.fault.Schedule;
import mo.farol.chaos.history.History;
import mo.farol.chaos.history.HistoryReader;
import mo.farol.chaos.history.HistoryWriter;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Recorder;
import mo.farol.chaos.load.Load;
import mo.farol.chaos.load.Pause;
import mo.farol.chaos.load.Round;
import mo.farol.chaos.world.Rewind;
import mo.farol.chaos.world.World;

/** One schedule after the other in one world: load, faults, recovery, a calm while, the sweep, the truth, the verdict. */
final class Conductor {
    private static final long REPLAYS_EACH = 5_200;
    private static final Duration RECOVERY = Duration.ofSeconds(120);
    private static final Duration CALM = Duration.ofSeconds(2);
    private static final Duration REWINDS_MATTER = Duration.ofMinutes(15);

    private final World world;
    private final Load load;
    private final Path out;
    private final boolean quick;

    Conductor(World world, Load load, Path out, boolean quick) {
        this.world = world;
        this.load = load;
        this.out = out;
        this.quick = quick;
    }

    Outcome conduct(Schedule schedule) throws IOException, SQLException, InterruptedException {
        Path file = out.resolve("history-" + schedule.seed() + ".ndjson");
        long began = System.nanoTime();
        Recorder recorder;
        try (HistoryWriter writer = HistoryWriter.to(file)) {
            recorder = new Recorder(writer, System::nanoTime);
            play(schedule, recorder);
        }
        History history = HistoryReader.read(file);
        return new Outcome(
                schedule,
                file,
                recorder.tally().counts(),
                Exposure.of(history),
                Checks.run(history),
                Duration.ofNanos(System.nanoTime() - began));
    }

    private void play(Schedule schedule, Recorder recorder) throws IOException, SQLException, InterruptedException {
        Instant since = begin(schedule, recorder);
        Round round = load.round(recorder, schedule.seed());
        long from = recorder.now();
        round.start(REPLAYS_EACH);
        try (PostgresWatch watch = new PostgresWatch(world, recorder)) {
            new FaultPlan(world, recorder, schedule).run(from);
            Pause.of(Duration.ofNanos(from + schedule.length().toNanos() - recorder.now()));
            world.awaitHealthy(RECOVERY);
            recorder.note(new Line.FaultMark(recorder.now(), "healthy", "", "", List.of()));
            world.awaitFloorPassed(RECOVERY);
            Pause.of(CALM);
        } finally {
            round.stop();
        }
        round.settle();
        round.sweep(REPLAYS_EACH);
        world.awaitDrained(RECOVERY);
        end(since, recorder);
    }

    private Instant begin(Schedule schedule, Recorder recorder) throws SQLException, InterruptedException {
        Instant since = world.databaseTime();
        recorder.note(new Line.Start(
                schedule.seed(),
                quick,
                FaultPlan.words(schedule),
                Map.of("java", Runtime.version().toString(), "os", System.getProperty("os.version", "")),
                recorder.now(),
                micros(since)));
        return since;
    }

    private void end(Instant since, Recorder recorder) throws SQLException, InterruptedException {
        for (Rewind rewind : world.rewinds()) {
            if (rewind.stopped().isAfter(since.minus(REWINDS_MATTER))) {
                recorder.note(new Line.Rewound(micros(rewind.to()), micros(rewind.stopped())));
            }
        }
        for (Line line : load.truth(since)) {
            recorder.note(line);
        }
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
    }

    /** Removes a history that nobody needs any more. */
    static void forget(Outcome outcome) throws IOException {
        Files.deleteIfExists(outcome.history());
    }
}
