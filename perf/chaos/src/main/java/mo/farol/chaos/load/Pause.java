package mo.farol.chaos.load;

import java.time.Duration;

/** The time between two things that somebody does: pace, never a wait for something to have happened. */
final class Pause {
    private Pause() {}

    static void of(Duration length) throws InterruptedException {
        Thread.sleep(length);
    }
}
