package mo.farol.chaos.world;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be ended, last begun first: each once, and the rest even when one cannot be. */
final class Closing {
    private final Deque<Step> steps = new ArrayDeque<>();

    synchronized void add(Step step) {
        steps.push(step);
    }

    /** To be ended after all others. */
    synchronized void addLast(Step step) {
        steps.addLast(step);
    }

    /** @throws IOException the first failure, with the others */
    synchronized void run() throws IOException, InterruptedException {
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

    interface Step {
        void run() throws IOException, InterruptedException;
    }
}
