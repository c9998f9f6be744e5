package mo.farol.server.importing;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a reading of the file is.
 *
 * @param what is done
 * @param begunAt the byte of the file where this process began
 * @param bytes up to where it has read
 * @param size bytes of the file
 * @param rows read by this process
 * @param elapsed since it began
 */
record Progress(String what, long begunAt, long bytes, long size, long rows, Duration elapsed) {
    double percent() {
        return size == 0 ? 100 : 100.0 * bytes / size;
    }

    long rowsPerSecond() {
        return elapsed.isZero() ? 0 : Math.round(rows * 1e9 / elapsed.toNanos());
    }

    /** Empty as long as there is nothing to reckon with. */
    Optional<Duration> left() {
        long done = bytes - begunAt;
        return done <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) ((double) elapsed.toNanos() / done * (size - bytes))));
    }

    String line() {
        String line = String.format(
                Locale.ROOT, "%-16s %5.1f %%  %,11d rows  %,7d rows/s", what, percent(), rows, rowsPerSecond());
        return line + left().map(left -> "  " + spoken(left) + " left").orElse("");
    }

    private static String spoken(Duration left) {
        return left.toMinutes() > 0
                ? left.toMinutes() + " min " + left.toSecondsPart() + " s"
                : left.toSeconds() + " s";
    }
}
