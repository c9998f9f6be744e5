package mo.farol.core.time;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The last reading of the database's clock, carried on by a monotonic clock. The reading was taken somewhere between
 * asking and hearing, so it is uncertain by that much, and by a hundredth of its age for the drift of the two clocks.
 */
public final class TimeAnchor implements DatabaseTime {
    private static final long MOST_UNCERTAIN_NANOS = 2_000_000_000L;
    private static final long DRIFT_DIVISOR = 100;
    private static final long NANOS_IN_MILLI = 1_000_000L;

    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Reading> last = new AtomicReference<>();

    /** @param nanoTime {@link System#nanoTime} */
    public TimeAnchor(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A mark to take just before the database is asked. */
    public long mark() {
        return nanoTime.getAsLong();
    }

    /**
     * Takes a reading, unless the one that is held tells the time better.
     *
     * @param mark taken just before asking
     * @param databaseTime what the database's clock said
     */
    public void read(long mark, Instant databaseTime) {
        long heard = nanoTime.getAsLong();
        Reading reading = new Reading(databaseTime.toEpochMilli(), mark, heard - mark);
        last.updateAndGet(
                held -> held == null || reading.uncertainNanos(heard) <= held.uncertainNanos(heard) ? reading : held);
    }

    @Override
    public long millis() throws UncertainTime {
        Reading reading = last.get();
        long now = nanoTime.getAsLong();
        if (reading == null || reading.uncertainNanos(now) > MOST_UNCERTAIN_NANOS) {
            throw new UncertainTime();
        }
        return reading.millisAt(now);
    }

    /** @param roundTrip nanoseconds from asking to hearing; the answer is taken for the middle of them */
    private record Reading(long databaseMillis, long mark, long roundTrip) {
        long uncertainNanos(long now) {
            return roundTrip + (now - mark - roundTrip) / DRIFT_DIVISOR;
        }

        long millisAt(long now) {
            return databaseMillis + (now - mark - roundTrip / 2) / NANOS_IN_MILLI;
        }
    }
}
