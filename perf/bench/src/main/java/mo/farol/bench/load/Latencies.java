package mo.farol.bench.load;

import java.util.Arrays;

/** Times, all of them kept: none is rounded into a bucket. */
public final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int count;

    public void add(long time) {
        nanos = count == nanos.length ? Arrays.copyOf(nanos, 2 * count) : nanos;
        nanos[count++] = time;
    }

    public int count() {
        return count;
    }

    /**
     * Milliseconds that this share of the times took at most.
     *
     * @param share from 0 to 1, such as 0.99
     * @throws IllegalStateException when there is none
     */
    public double millis(double share) {
        if (count == 0) {
            throw new IllegalStateException("no time was taken");
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int place = (int) Math.ceil(share * count) - 1;
        return sorted[Math.clamp(place, 0, count - 1)] / NANOS_PER_MILLI;
    }
}
