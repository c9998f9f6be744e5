package mo.farol.server.importing;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Measures one reading of a file. */
final class Watch {
    private final String what;
    private final long begunAt;
    private final long size;
    private final LongSupplier nanos;
    private final long since;

    /**
     * @param begunAt the byte of the file where it begins
     * @param nanos a clock that only goes forward
     */
    Watch(String what, long begunAt, long size, LongSupplier nanos) {
        this.what = what;
        this.begunAt = begunAt;
        this.size = size;
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    Progress at(long bytes, long rows) {
        return new Progress(what, begunAt, bytes, size, rows, Duration.ofNanos(nanos.getAsLong() - since));
    }
}
