package mo.farol.chaos.command;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mo.farol.phone.http.SignedStatements;

/** All planted bugs, or the same occasions without them, one after the other, each in a world of its own. */
final class EveryPlanted {
    private static final String ALL = "all";
    private static final String WITHOUT = "without-";

    private final List<String> names;
    private final PrintStream out;
    private final One one;

    EveryPlanted(List<String> names, PrintStream out, One one) {
        this.names = List.copyOf(names);
        this.out = out;
        this.one = one;
    }

    /** Whether {@code --planted} names all of them. */
    static boolean isMeant(String planted) {
        return planted.equals(ALL) || planted.equals(WITHOUT + ALL);
    }

    /** @return the exit status: 0 when every bug was caught, or nothing was found without them */
    int run(Options options, String planted) throws UsageError, InterruptedException {
        boolean good = !planted.equals(ALL);
        int wanted = good ? Exit.CLEAN : Exit.BROKEN;
        List<String> rows = new ArrayList<>();
        boolean asWanted = true;
        for (String name : names) {
            long began = System.nanoTime();
            Verdict verdict = run(options.forPlanted(good ? WITHOUT + name : name));
            long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            rows.add("| %s | %s | %s | %d |".formatted(name, word(verdict), verdict.numbers(), seconds));
            asWanted &= verdict.status() == wanted;
        }
        out.println("| planted | " + (good ? "without it" : "with it") + " | broken | seconds |");
        out.println("|---|---|---|---|");
        rows.forEach(out::println);
        return asWanted ? Exit.CLEAN : Exit.FAILED;
    }

    private Verdict run(Options options) throws UsageError, InterruptedException {
        try {
            return one.run(options);
        } catch (IOException | SQLException | SignedStatements.NotGenuine e) {
            out.println("the harness itself failed: " + e.getMessage());
            return Verdict.failed();
        }
    }

    private static String word(Verdict verdict) {
        return switch (verdict.status()) {
            case Exit.BROKEN -> "found";
            case Exit.CLEAN -> "clean";
            default -> "FAILED";
        };
    }

    /** A run by its options. */
    interface One {
        Verdict run(Options options)
                throws UsageError, IOException, SQLException, InterruptedException, SignedStatements.NotGenuine;
    }
}
