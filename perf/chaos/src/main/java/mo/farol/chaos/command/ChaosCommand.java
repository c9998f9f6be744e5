package mo.farol.chaos.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import mo.farol.chaos.load.Load;
import mo.farol.chaos.world.Plan;
import mo.farol.chaos.world.Prerequisites;
import mo.farol.chaos.world.World;
import mo.farol.phone.http.SignedStatements;

/** The program behind {@code ./farol chaos}. */
public final class ChaosCommand {
    private static final int RESIDENTS = 200;

    private final PrintStream out;
    private final PrintStream err;

    ChaosCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new ChaosCommand(System.out, System.err).run(List.of(args)));
    }

    /** @return the exit status */
    int run(List<String> arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                out.print(Options.HELP);
                return Exit.CLEAN;
            }
            Optional<Path> history = options.replay();
            return history.isPresent() ? new Replay(out).run(history.get()) : run(options);
        } catch (UsageError e) {
            err.println("farol chaos: " + e.getMessage());
            return Exit.USAGE;
        } catch (IOException | SQLException | SignedStatements.NotGenuine e) {
            err.println("farol chaos: the harness itself failed: " + e.getMessage());
            return Exit.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("farol chaos: stopped");
            return Exit.FAILED;
        }
    }

    private int run(Options options)
            throws UsageError, IOException, SQLException, InterruptedException, SignedStatements.NotGenuine {
        String planted = options.planted().orElse("");
        return EveryPlanted.isMeant(planted)
                ? new EveryPlanted(PlantedBugs.known(), out, this::chaos).run(options, planted)
                : chaos(options).status();
    }

    private Verdict chaos(Options options)
            throws UsageError, IOException, SQLException, InterruptedException, SignedStatements.NotGenuine {
        Planted planted = options.planted().isPresent()
                ? PlantedBugs.named(options.planted().get(), options.quick())
                : Planted.none(options.quick());
        Optional<String> missing = Prerequisites.missing();
        if (missing.isPresent()) {
            err.println("farol chaos: " + missing.get());
            return Verdict.failed();
        }
        Path folder = Files.createDirectories(options.out().toAbsolutePath());
        out.println("starting three gateways and PostgreSQL with a standby"
                + (planted.isNone() ? "" : ", with the bug " + planted.name()) + " ...");
        Run run = new Run(options, planted, out);
        Plan plan = planted.plan().apply(Plan.in(folder.resolve("world")).withResidents(RESIDENTS));
        try (World world = World.start(plan);
                Load load = Load.gather(world, world.truth()::connect)) {
            return run.in(world, load);
        }
    }
}
