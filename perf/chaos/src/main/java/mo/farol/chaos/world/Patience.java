package mo.farol.chaos.world;

import java.io.IOException;
import java.time.Duration;

/** Waits for a condition. */
final class Patience {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Patience() {}

    /**
     * @param what is waited for, for the message
     * @throws IOException when it does not come true in time
     */
    static void until(Duration within, String what, Condition condition) throws IOException, InterruptedException {
        if (!atMost(within, condition)) {
            throw new IOException("waited " + within.toMillis() + " ms in vain: " + what);
        }
    }

    /** For what is better waited for, and may be done without. @return whether it came true */
    static boolean atMost(Duration within, Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }

    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }
}
