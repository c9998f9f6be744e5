package mo.farol.server.importing;

import java.time.Duration;

/**
 * How many rows go into the next commit: as many as take a quarter of the second that a transaction may last, as the last
 * commits went.
 */
final class BatchSize {
    static final int FIRST = 200;
    static final int LEAST = 10;
    static final int MOST = 1_000;
    private static final Duration AIM = Duration.ofMillis(250);

    private int rows = FIRST;

    int rows() {
        return rows;
    }

    /** Learns from a commit; at most doubles, and at most halves. */
    void took(int committed, Duration time) {
        double fitting = committed * (double) AIM.toNanos() / Math.max(1, time.toNanos());
        double bounded = Math.clamp(fitting, rows / 2.0, rows * 2.0);
        rows = (int) Math.clamp(Math.round(bounded), LEAST, MOST);
    }
}
