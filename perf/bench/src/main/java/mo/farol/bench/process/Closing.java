package mo.farol.bench.process;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be ended, last begun first: each once, and the rest even when one cannot be. */
public final class Closing implements AutoCloseable {
    private final Deque<Step> steps = new ArrayDeque<>();

    public synchronized void add(Step step) {
        steps.push(step);
    }

    /** @throws IOException the first failure, with the others */
    @Override
    public synchronized void close() throws IOException, InterruptedException {
        IOException failed = null;
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (IOException e) {
                if (failed == null) {
                    failed = e;
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    /** Ends one thing. */
    @FunctionalInterface
    public interface Step {
        void run() throws IOException, InterruptedException;
    }
}
