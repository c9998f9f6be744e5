package mo.farol.core.verification;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * The codes known to be redeemed in the last minutes, here or on another gateway. Bounded: a full table takes nothing
 * new, and what it does not hold costs a question to the arbiter, nothing else.
 *
 * <p>Safe for use by several threads; a segment that grows holds up a sixteenth of the look-ups.
 */
public final class ReplayTable {
    private static final int SEGMENTS = 16;

    private final ReplaySegment[] segments = new ReplaySegment[SEGMENTS];
    private final int lifeSeconds;
    private final LongSupplier nanoTime;
    private final long startNanos;
    private final LongAdder refusals = new LongAdder();

    /**
     * @param capacity about how many entries it holds at most
     * @param life how long an entry is believed
     * @param nanoTime a monotonic clock in nanoseconds, as {@link System#nanoTime()}
     */
    public ReplayTable(int capacity, Duration life, LongSupplier nanoTime) {
        this.lifeSeconds = Math.toIntExact(Math.max(1, life.toSeconds()));
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
        for (int i = 0; i < SEGMENTS; i++) {
            segments[i] = new ReplaySegment(Math.max(1, capacity / SEGMENTS));
        }
    }

    /** Enters a redeemed code with the fingerprint of the request that redeemed it. The first entry stays. */
    public void put(RedemptionKey key, long requestFingerprint) {
        int now = seconds();
        ReplaySegment segment = segmentOf(key);
        synchronized (segment) {
            segment.put(key, (int) requestFingerprint, now, now + lifeSeconds);
        }
    }

    public Sighting sighting(RedemptionKey key, long requestFingerprint) {
        ReplaySegment segment = segmentOf(key);
        synchronized (segment) {
            return segment.sighting(key, (int) requestFingerprint, seconds());
        }
    }

    /** Notes that a code was refused by what this table holds. */
    void refused() {
        refusals.increment();
    }

    /** How many codes were refused by what this table holds, without a question to the arbiter. */
    public long refusals() {
        return refusals.sum();
    }

    /** How many entries it holds, some of which may be past their life. */
    public int size() {
        int size = 0;
        for (ReplaySegment segment : segments) {
            synchronized (segment) {
                size += segment.size();
            }
        }
        return size;
    }

    /** How many bytes its slots take, empty ones included. */
    public long bytes() {
        long bytes = 0;
        for (ReplaySegment segment : segments) {
            synchronized (segment) {
                bytes += segment.bytes();
            }
        }
        return bytes;
    }

    private ReplaySegment segmentOf(RedemptionKey key) {
        return segments[(int) (ReplaySegment.mix(key) >>> 60)];
    }

    private int seconds() {
        return (int) TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - startNanos);
    }
}
