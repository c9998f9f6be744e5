package mo.farol.bench.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import mo.farol.bench.figure.Report;
import mo.farol.bench.goal.Bench;
import mo.farol.bench.load.Wrk;
import mo.farol.bench.load.WrongAnswers;
import mo.farol.bench.process.Children;
import mo.farol.bench.process.Closing;
import mo.farol.bench.world.Ground;
import mo.farol.bench.world.PeerMissing;
import mo.farol.bench.world.Product;

/** Takes the goals of one run, one after the other, and ends all that it started. */
final class Run {
    private final Options options;
    private final Path wrk;
    private final PrintStream out;

    Run(Options options, Path wrk, PrintStream out) {
        this.options = options;
        this.wrk = wrk;
        this.out = out;
    }

    /** @throws IOException also when another run of this checkout is under way */
    Report take() throws IOException, SQLException, InterruptedException {
        Product product = Product.find();
        Path target = Files.createDirectories(product.home().resolve("target"));
        try (FileChannel file = FileChannel.open(
                        target.resolve("bench.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                throw new IOException("another benchmark of this checkout is running");
            }
            return take(product, target);
        }
    }

    private Report take(Product product, Path target) throws IOException, SQLException, InterruptedException {
        Children children = new Children(target.resolve("bench.children"));
        if (children.endLeftovers() > 0) {
            out.println("ended what an earlier run had left running");
        }
        Closing closing = new Closing();
        Thread atSignal = Thread.ofPlatform().unstarted(() -> end(closing));
        Runtime.getRuntime().addShutdownHook(atSignal);
        try (closing) {
            Ground ground = Ground.clear(product, target.resolve("bench"), children, closing);
            Path script = product.home().resolve("perf/bench/load.lua");
            Bench bench = new Bench(
                    ground,
                    options.sizes(),
                    options.quick(),
                    new Wrk(wrk, script, ground.folder(), children),
                    out::println);
            return goals(bench);
        }
    }

    private Report goals(Bench bench) throws IOException, SQLException, InterruptedException {
        Report report = new Report();
        for (GoalName name : options.only()) {
            try {
                report.add(name.goal(options).take(bench));
            } catch (PeerMissing e) {
                report.missing(name.name(), String.valueOf(e.getMessage()));
                out.println(name + " was not taken: " + e.getMessage());
            } catch (WrongAnswers e) {
                throw new IOException(name + ": answers were not what they should be: " + e.getMessage(), e);
            } catch (IOException | SQLException e) {
                throw new IOException(name + " failed: " + e.getMessage(), e);
            }
        }
        return report;
    }

    /** After Ctrl-C: the same as at the end, and whatever was under way. */
    private void end(Closing closing) {
        try {
            closing.close();
            ProcessHandle.current().descendants().toList().forEach(Children::end);
        } catch (IOException e) {
            out.println("could not end everything: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
