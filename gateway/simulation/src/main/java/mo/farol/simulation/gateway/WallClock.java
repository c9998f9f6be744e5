package mo.farol.simulation.gateway;

import java.time.Instant;
import java.time.InstantSource;
import mo.farol.core.time.DatabaseTime;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.clock.Timeline;
import mo.farol.simulation.phone.Town;

/** A machine's own clocks: the wall clock is wrong and may jump, the monotonic one drifts a little. */
public final class WallClock implements InstantSource, DatabaseTime {
    private final Timeline timeline;
    private final long originNanos;
    private final long driftPerMillion;
    private long skewMillis;

    public WallClock(Timeline timeline, long originNanos, long driftPerMillion, long skewMillis) {
        this.timeline = timeline;
        this.originNanos = originNanos;
        this.driftPerMillion = driftPerMillion;
        this.skewMillis = skewMillis;
    }

    public void jump(long byMillis) {
        skewMillis += byMillis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return Town.EPOCH_MILLIS + skewMillis + timeline.now() / Nanos.MILLI;
    }

    public long nanoTime() {
        return originNanos + timeline.now() + timeline.now() / 1_000_000 * driftPerMillion;
    }
}
