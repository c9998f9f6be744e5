package mo.farol.bench.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import mo.farol.bench.figure.Report;
import mo.farol.bench.process.Programs;

/** The program behind {@code ./farol bench}. */
public final class BenchCommand {
    static final int MEASURED = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;

    BenchCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new BenchCommand(System.out, System.err).run(List.of(args)));
    }

    /** @return the exit status */
    int run(List<String> arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                out.print(Options.HELP);
                return MEASURED;
            }
            return measure(options);
        } catch (UsageError e) {
            err.println("farol bench: " + e.getMessage());
            return USAGE;
        } catch (IOException | SQLException e) {
            err.println("farol bench: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("farol bench: stopped");
            return FAILED;
        }
    }

    private int measure(Options options) throws UsageError, IOException, SQLException, InterruptedException {
        Optional<Path> table = options.out().map(Path::toAbsolutePath);
        if (table.isPresent()
                && (Files.isDirectory(table.get())
                        || !Files.isDirectory(table.get().resolveSibling(".")))) {
            throw new UsageError("cannot write a table to " + table.get());
        }
        Optional<Path> wrk = Programs.find("wrk");
        if (wrk.isEmpty()) {
            err.println("farol bench: wrk is not installed (Debian's package wrk)");
            return FAILED;
        }
        Report report = new Run(options, wrk.get(), out).take();
        out.print("\n" + report.table() + "\n");
        if (table.isPresent()) {
            Files.writeString(table.get(), Heading.of(options, Clock.systemUTC()) + "\n" + report.table());
        }
        if (report.isEmpty()) {
            err.println("farol bench: nothing could be measured");
            return FAILED;
        }
        out.println(report.line());
        return MEASURED;
    }
}
