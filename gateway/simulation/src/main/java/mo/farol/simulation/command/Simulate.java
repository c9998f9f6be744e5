package mo.farol.simulation.command;

import java.io.PrintStream;
import java.util.Optional;
import mo.farol.simulation.history.Violation;
import mo.farol.simulation.phone.Town;
import mo.farol.simulation.planted.Planted;
import mo.farol.simulation.world.World;

/** Runs seeds one after another and stops at the first that breaks a promise. */
public final class Simulate {
    private static final int VIOLATED = 3;
    private static final int USAGE = 2;
    private static final long NANOS = 1_000_000_000L;

    private Simulate() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** @return the exit status */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            return run(Options.of(arguments), out);
        } catch (Options.Unusable e) {
            err.println("farol: " + e.getMessage());
            err.println(Options.USAGE);
            return USAGE;
        }
    }

    private static int run(Options options, PrintStream out) {
        Town town = new Town();
        long startedAt = System.nanoTime();
        long asked = 0;
        for (long i = 0; i < options.seeds(); i++) {
            long seed = options.first() + i;
            World world = new World(town, seed, options.planted(), options.trace() ? out : null);
            Optional<Violation> violation = world.run();
            asked += world.asked();
            if (violation.isPresent()) {
                out.println("seed " + seed + " breaks " + violation.get());
                out.println("replay: ./farol simulate --seed " + seed + planted(options) + " --trace");
                out.println(figures(i + 1, asked, 1, System.nanoTime() - startedAt));
                return VIOLATED;
            }
        }
        out.println(figures(options.seeds(), asked, 0, System.nanoTime() - startedAt));
        return 0;
    }

    private static String planted(Options options) {
        return options.planted() == Planted.NONE
                ? ""
                : " --planted " + options.planted().wireName();
    }

    private static String figures(long seeds, long requests, int violations, long nanos) {
        return "seeds=" + seeds + " requests=" + requests + " violations=" + violations + " seconds=" + nanos / NANOS
                + " seeds_per_second=" + seeds * NANOS / Math.max(1, nanos);
    }
}
