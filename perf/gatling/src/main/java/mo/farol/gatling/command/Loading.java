package mo.farol.gatling.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mo.farol.gatling.people.Crowd;
import mo.farol.gatling.people.Gathering;
import mo.farol.gatling.plan.Arrivals;
import mo.farol.gatling.plan.LoadPlan;
import mo.farol.gatling.simulation.LoadRun;
import mo.farol.gatling.watch.Finding;
import mo.farol.gatling.watch.GeneratorWatch;
import mo.farol.gatling.watch.MemoryWatch;
import mo.farol.phone.http.SignedStatements;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.terminal.SignInRefused;

/** One run: gathers the crowd, lets it loose, tells what came of it. */
final class Loading {
    private final LoadPlan plan;
    private final PerfKit kit;
    private final PrintStream out;

    /** @param kit with the addresses that are to be loaded */
    Loading(LoadPlan plan, PerfKit kit, PrintStream out) {
        this.plan = plan;
        this.kit = kit;
        this.out = out;
    }

    /** @return the exit status */
    int run() throws PlainFailure, InterruptedException {
        Optional<Path> roots = plan.target().truststore();
        if (roots.isPresent()) {
            Roots.trustOnly(roots.get());
        }
        try (Crowd crowd = gathered()) {
            announce(crowd);
            LoadRun run = LoadRun.begin(plan, kit, crowd);
            List<Finding> findings = new ArrayList<>();
            int status = watched(findings);
            findings.addAll(run.findings());
            findings.addAll(about(crowd));
            findings.forEach(each -> out.println((each.kept() ? "" : "BROKEN: ") + each.text()));
            boolean kept = findings.stream().allMatch(Finding::kept);
            return status == Exit.CLEAN && !kept ? Exit.BROKEN : status;
        }
    }

    private Crowd gathered() throws PlainFailure, InterruptedException {
        try {
            return Gathering.crowd(plan, kit);
        } catch (IOException | SignedStatements.NotGenuine | SignInRefused | IllegalArgumentException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new PlainFailure("the deployment is not ready for load: " + why);
        }
    }

    private void announce(Crowd crowd) {
        List<Arrivals.Step> steps = Arrivals.of(plan);
        Duration time = Arrivals.time(steps);
        out.printf(
                Locale.ROOT,
                "%s at %s: about %.0f fresh codes in %d s, for %s%n",
                plan.simulation().label(),
                kit.gateways(),
                Arrivals.people(steps),
                time.toSeconds(),
                Gathering.names(crowd.asked()));
    }

    private int watched(List<Finding> findings) {
        try (GeneratorWatch generator = GeneratorWatch.start();
                MemoryWatch memory = MemoryWatch.start(plan.watched(), out)) {
            int status = GatlingEngine.run(plan.simulation(), plan.out());
            findings.add(generator.finding());
            if (!plan.watched().metrics().isEmpty()) {
                findings.add(Finding.note(memory.trend()));
            }
            return status;
        }
    }

    private static List<Finding> about(Crowd crowd) {
        List<Finding> notes = new ArrayList<>();
        if (crowd.residents().overlaps() > 0) {
            notes.add(Finding.note("codes shown while another of the same phone was under way: "
                    + crowd.residents().overlaps() + ". The kit is too small for this rate"));
        }
        if (crowd.terminals().notRenewed() > 0) {
            notes.add(Finding.note(
                    "sign-ins of terminals that failed: " + crowd.terminals().notRenewed()));
        }
        return notes;
    }
}
