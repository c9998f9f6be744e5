package mo.farol.chaos.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import mo.farol.chaos.check.Promise;
import mo.farol.chaos.load.Load;
import mo.farol.chaos.world.World;
import mo.farol.phone.canary.Hit;

/** One run: schedules with consecutive seeds in one world, until they are done or a promise was broken. */
final class Run {
    private static final int HISTORIES_KEPT = 20;

    private final Options options;
    private final Planted planted;
    private final PrintStream out;
    private final Report report;
    private final Figures figures = new Figures();
    private final Deque<Outcome> kept = new ArrayDeque<>();
    private final Instant began = Instant.now();

    /** To be made before anything is written. */
    Run(Options options, Planted planted, PrintStream out) {
        this.options = options;
        this.planted = planted;
        this.out = out;
        this.report = new Report(out);
    }

    Verdict in(World world, Load load) throws IOException, SQLException, InterruptedException {
        Conductor conductor = new Conductor(world, load, options.out(), options.quick());
        for (int i = 0; i < options.schedules() && !figures.anyBroken(); i++) {
            Outcome outcome = conductor.conduct(planted.schedules().apply(options.seed() + i));
            figures.add(outcome);
            report.schedule(outcome);
            keep(outcome);
        }
        return end(world, load);
    }

    private Verdict end(World world, Load load) throws IOException {
        figures.judgeRecoveries();
        Path table = options.out().resolve("table-" + options.seed() + ".md");
        report.table(table, figures.line());
        Path folder = options.out().toAbsolutePath();
        List<Hit> leaks = new LeakSearch(load.values(), began).in(folder, world.databases());
        report.leaks(leaks);
        figures.leaked(leaks.size());
        report.table(table, figures.line());
        for (Promise promise : figures.brokenPromises()) {
            out.println("broken promise: " + promise.number() + " " + promise.figure());
        }
        out.println(figures.line());
        return new Verdict(status(figures.brokenPromises()), figures.brokenPromises());
    }

    /** A planted bug that was not found shows that the harness does not find what it is for. */
    private int status(List<Promise> broken) {
        if (planted.promises().isEmpty()) {
            return broken.isEmpty() ? Exit.CLEAN : Exit.BROKEN;
        }
        boolean caught = broken.stream().anyMatch(one -> planted.promises().contains(one.number()));
        out.println(planted.name() + (caught ? " was caught" : " was NOT caught: it breaks " + planted.promises()));
        return caught ? Exit.BROKEN : Exit.FAILED;
    }

    /** The last clean ones; one that shows a violation ends the run, and so stays. */
    private void keep(Outcome outcome) throws IOException {
        kept.add(outcome);
        if (kept.size() > HISTORIES_KEPT) {
            Conductor.forget(kept.removeFirst());
        }
    }
}
