package mo.farol.bench.process;

import java.io.IOException;
import java.time.Duration;

/** Waits for a condition. */
public final class Patience {
    private Patience() {}

    /**
     * @param every how often to look: a look at what is measured costs it CPU
     * @param what is waited for, for the message
     * @throws IOException when it does not come true in time
     */
    public static void until(Duration within, Duration every, String what, Condition condition)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("waited " + within.toSeconds() + " s in vain: " + what);
            }
            Thread.sleep(every);
        }
    }

    /** Something that comes true or not. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }
}
