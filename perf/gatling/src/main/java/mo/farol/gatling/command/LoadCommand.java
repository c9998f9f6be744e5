package mo.farol.gatling.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mo.farol.gatling.people.KitFitness;
import mo.farol.gatling.plan.LoadPlan;
import mo.farol.gatling.plan.SimulationName;
import mo.farol.gatling.plan.UsageError;
import mo.farol.phone.kit.PerfKit;

/** The program behind {@code ./farol load}. */
public final class LoadCommand {
    private static final Set<String> HELP = Set.of("--help", "-h", "help");

    private final PrintStream out;
    private final PrintStream err;

    LoadCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new LoadCommand(System.out, System.err).run(List.of(args)));
    }

    /** @return the exit status */
    int run(List<String> typed) {
        if (typed.isEmpty()) {
            err.print(overview());
            return Exit.USAGE;
        }
        if (HELP.contains(typed.getFirst())) {
            out.print(overview());
            return Exit.CLEAN;
        }
        Optional<SimulationName> name = SimulationName.of(typed.getFirst());
        if (name.isEmpty()) {
            err.println("farol load: there is no simulation " + typed.getFirst());
            err.print(overview());
            return Exit.USAGE;
        }
        List<String> flags = typed.subList(1, typed.size());
        if (flags.stream().anyMatch(HELP::contains)) {
            out.print(name.get().help());
            return Exit.CLEAN;
        }
        return run(name.get(), flags);
    }

    private int run(SimulationName name, List<String> flags) {
        try {
            LoadPlan plan = LoadPlan.of(name, flags, Path.of(System.getProperty("farol.home", ""), "target", "load"));
            return new Loading(plan, KitFitness.fitted(plan, kit(plan)), out).run();
        } catch (UsageError e) {
            err.println("farol load: " + e.getMessage());
            err.println("See ./farol load " + name.label() + " --help");
            return Exit.USAGE;
        } catch (PlainFailure e) {
            err.println("farol load: " + e.getMessage());
            return Exit.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("farol load: stopped");
            return Exit.FAILED;
        }
    }

    private static PerfKit kit(LoadPlan plan) throws PlainFailure {
        Path file = plan.target().kit();
        if (Files.isDirectory(file)) {
            throw new PlainFailure(file + " is a folder, not a kit");
        }
        try {
            return PerfKit.read(file);
        } catch (NoSuchFileException e) {
            throw new PlainFailure("there is no file " + file + "; make a kit with ./farol perf-kit");
        } catch (IOException e) {
            throw new PlainFailure(String.valueOf(e.getMessage()));
        }
    }

    private static String overview() {
        String lines = Arrays.stream(SimulationName.values())
                .map(each -> String.format("  %-20s%s", each.label(), each.summary()))
                .collect(Collectors.joining("\n"));
        return "Usage: ./farol load SIMULATION --kit FILE [FLAGS]\n\nPuts a deployment with synthetic people under load."
                + " Simulations:\n" + lines
                + "\n\n./farol load SIMULATION --help tells its flags. A kit comes from ./farol perf-kit.\n\n"
                + SimulationName.STATUSES;
    }
}
