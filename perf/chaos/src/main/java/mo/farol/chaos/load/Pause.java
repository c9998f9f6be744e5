package mo.farol.chaos.load;

import java.time.Duration;

/** The time between two things that somebody does: pace, never a wait for something to have happened. */
public final class Pause {
    private Pause() {}

    /** Nothing when the length is not positive. */
    public static void of(Duration length) throws InterruptedException {
        Thread.sleep(length);
    }
}
