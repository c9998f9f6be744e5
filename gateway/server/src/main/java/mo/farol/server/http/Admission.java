package mo.farol.server.http;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How many requests one event loop works on at once: as many as it answers in the time that verifications usually take,
 * and half as much again. By Little's law the time grows with their number and the rate does not, so whoever is let in is
 * answered in time, and the others hear at once that they should come back. While nobody is turned away the bound rests,
 * so that a database which hesitates for a moment costs nobody an answer.
 */
final class Admission {
    private static final int START = 128;
    private static final int LEAST = 16;
    private static final int ENOUGH_SAMPLES = 16;
    private static final int MOST_SAMPLES = 1024;
    private static final double HALF_AS_MUCH_AGAIN = 1.5;
    private static final double SHORTEST_MILLIS = 10;
    private static final double LONGEST_MILLIS = 500;

    private final int most;
    private final int lagMillis;
    private final EventLoopLag lag;
    private final long[] samples = new long[MOST_SAMPLES];
    private int sampled;
    private double usualMillis = 20;
    private int limit;
    private int working;
    private boolean turnedAway;

    /**
     * @param most never more at once, however fast
     * @param lagMillis event-loop lag from which nobody is let in
     */
    Admission(int most, int lagMillis, EventLoopLag lag) {
        this.most = most;
        this.lagMillis = lagMillis;
        this.lag = lag;
        this.limit = Math.min(START, most);
    }

    /** Whether the next request has to be turned away; whoever asks does as it says. */
    boolean isFull() {
        boolean full = working >= limit || lag.millis() > lagMillis;
        turnedAway |= full;
        return full;
    }

    /** A request is being worked on. */
    void begun() {
        working++;
    }

    void ended() {
        working--;
    }

    /** A verification was decided after this time, from its whole body to its answer. */
    void decidedAfter(long nanos) {
        if (sampled < MOST_SAMPLES) {
            samples[sampled++] = nanos;
        }
    }

    int working() {
        return working;
    }

    int limit() {
        return limit;
    }

    /** Looks at the last moments and moves the bound. Every {@link EventLoopLag#PERIOD_MILLIS} ms. */
    void tick() {
        if (turnedAway && sampled >= ENOUGH_SAMPLES) {
            double wanted = Math.clamp(usualMillis * HALF_AS_MUCH_AGAIN, SHORTEST_MILLIS, LONGEST_MILLIS);
            double factor = Math.clamp(wanted / slowMillis(), 0.5, 1.25);
            limit = bounded((int) Math.round(limit * factor));
            forget();
        } else if (!turnedAway) {
            limit = bounded(limit < START ? limit + Math.max(1, limit / 4) : Math.max(START, limit - limit / 8));
            if (sampled >= ENOUGH_SAMPLES) {
                learn(slowMillis());
                forget();
            }
        }
        turnedAway = false;
    }

    /**
     * Quickly when things go faster, over minutes when they do not: a house that is as full as it can be for a while, and
     * turns nobody away, must not come to pass for the usual.
     */
    private void learn(double millis) {
        usualMillis += (millis - usualMillis) * (millis < usualMillis ? 0.1 : 0.001);
    }

    private int bounded(int wanted) {
        return Math.clamp(wanted, Math.min(LEAST, most), most);
    }

    /** The time that 19 of 20 took at most, and what they had waited before they were seen. */
    private double slowMillis() {
        Arrays.sort(samples, 0, sampled);
        double millis = samples[sampled * 19 / 20] / (double) TimeUnit.MILLISECONDS.toNanos(1);
        return Math.max(0.1, millis + lag.millis());
    }

    private void forget() {
        sampled = 0;
    }
}
