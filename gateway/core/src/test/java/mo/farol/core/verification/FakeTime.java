package mo.farol.core.verification;

import java.time.Duration;
import mo.farol.core.time.DatabaseTime;
import mo.farol.token.Deployment;

/** The database's clock and the nodes' monotonic clock, moved by hand, together. */
final class FakeTime implements DatabaseTime {
    private long millis = Deployment.NOW * 1000;
    private long nanos = 77;
    boolean uncertain;

    @Override
    public long millis() throws UncertainTime {
        if (uncertain) {
            throw new UncertainTime();
        }
        return millis;
    }

    long nanoTime() {
        return nanos;
    }

    void pass(Duration duration) {
        millis += duration.toMillis();
        nanos += duration.toNanos();
    }

    long seconds() {
        return Math.floorDiv(millis, 1000L);
    }
}
