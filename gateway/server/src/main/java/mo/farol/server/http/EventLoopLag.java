package mo.farol.server.http;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How late an event loop comes to its work, seen by a tick that should come every {@value #PERIOD_MILLIS} ms. */
final class EventLoopLag {
    static final long PERIOD_MILLIS = 100;

    private final LongSupplier nanoTime;
    private long lastTick;
    private long lastLag;

    EventLoopLag(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastTick = nanoTime.getAsLong();
    }

    void tick() {
        lastLag = overdue();
        lastTick = nanoTime.getAsLong();
    }

    /** Milliseconds: what the last tick saw, or the time by which the next is overdue already. */
    long millis() {
        return Math.max(lastLag, overdue());
    }

    private long overdue() {
        long since = TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - lastTick);
        return Math.max(0, since - PERIOD_MILLIS);
    }
}
