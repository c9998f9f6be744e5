package mo.farol.server.importing;

import io.vertx.core.Vertx;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import mo.farol.core.civilregistry.CivilRegistry;
import mo.farol.core.civilregistry.Count;
import mo.farol.core.civilregistry.ImportState;
import mo.farol.core.civilregistry.ImportStopped;
import mo.farol.core.civilregistry.Pass;
import mo.farol.core.civilregistry.Position;
import mo.farol.server.command.UsageError;
import mo.farol.store.StoreConfig;
import mo.farol.store.civilregistry.PostgresCivilRegistry;

/** {@code import}: from the order to the summary. */
public final class ImportJob {
    private static final ZoneId MACAU = ZoneId.of("Asia/Macau");

    private final ImportOrder order;
    private final PrintStream out;
    private final PrintStream err;
    private final InstantSource clock;

    /**
     * @param out the summary
     * @param err progress and trouble
     * @param clock tells who is a minor
     */
    public ImportJob(ImportOrder order, PrintStream out, PrintStream err, InstantSource clock) {
        this.order = order;
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    /** @return whether every row of the file is in the database */
    public boolean run(Vertx vertx, StoreConfig config) throws InterruptedException {
        try {
            PostgresCivilRegistry registry = Waiting.on(PostgresCivilRegistry.open(vertx, config, clock));
            try {
                return load(registry);
            } finally {
                Waiting.on(registry.close());
            }
        } catch (ImportStopped e) {
            err.println(
                    "farol: " + e.getMessage() + "\nWhat was committed stays; the same command goes on from there.");
            return false;
        } catch (IOException | UsageError e) {
            err.println("farol: " + order.file() + " or " + order.report() + ": " + e.getMessage());
            return false;
        }
    }

    private boolean load(CivilRegistry registry) throws IOException, UsageError, ImportStopped, InterruptedException {
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        Importer importer = new Importer(
                registry,
                RegistryFile.of(order.file()),
                LocalDate.ofInstant(clock.instant(), MACAU),
                new ProgressDisplay(err, terminal, System::nanoTime),
                System::nanoTime);
        ImportState state = importer.begin(order.restart());
        if (!state.reached().equals(Position.START)) {
            err.println("goes on behind line " + state.reached().line() + ", where an earlier import was cut off");
        }
        Optional<String> trouble = Optional.empty();
        try {
            while (state.pass() != Pass.DONE) {
                state = importer.pass(state);
            }
        } catch (RefusedFile | IOException e) {
            trouble = Optional.of(String.valueOf(e.getMessage()));
            state = importer.begin(false);
        }
        RejectionReport.write(order.report(), registry, state.run());
        summarize(state);
        trouble.ifPresent(why -> err.println("farol: " + order.file() + ": " + why));
        return trouble.isEmpty() && state.tally().rejected() == 0;
    }

    private void summarize(ImportState state) {
        say("residents", state.tally().residents());
        say("guardianships", state.tally().guardianships());
        out.printf(
                Locale.ROOT,
                "%-14s %,11d, listed in %s%n",
                "rejected",
                state.tally().rejected(),
                order.report());
    }

    private void say(String what, Count count) {
        out.printf(
                Locale.ROOT,
                "%-14s %,11d added, %,d changed, %,d as they were%n",
                what,
                count.added(),
                count.changed(),
                count.same());
    }
}
