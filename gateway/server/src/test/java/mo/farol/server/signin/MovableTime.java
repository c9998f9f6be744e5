package mo.farol.server.signin;

import java.util.concurrent.atomic.AtomicLong;
import mo.farol.core.time.DatabaseTime;

/** A database's clock that a test moves. */
final class MovableTime implements DatabaseTime {
    private final AtomicLong offset = new AtomicLong();
    private volatile boolean uncertain;

    @Override
    public long millis() throws UncertainTime {
        if (uncertain) {
            throw new UncertainTime();
        }
        return System.currentTimeMillis() + offset.get();
    }

    long seconds() {
        return (System.currentTimeMillis() + offset.get()) / 1000;
    }

    void pass(long seconds) {
        offset.addAndGet(seconds * 1000);
    }

    void reset() {
        offset.set(0);
    }

    void uncertain(boolean now) {
        uncertain = now;
    }
}
