package mo.farol.simulation.history;

import java.util.ArrayList;
import java.util.List;
import mo.farol.simulation.clock.Nanos;

/** When something was broken. Well means: nothing is, and for some seconds nothing was. */
public final class Outages {
    private static final long RECOVERY = 10 * Nanos.SECOND;

    private record Outage(long from, long until) {}

    private final List<Outage> outages = new ArrayList<>();
    private long restoredAt = -1;

    public void add(long from, long until) {
        outages.add(new Outage(from, until));
    }

    /** PostgreSQL went back to an earlier state: what was recorded shortly before is gone, by the operator's choice. */
    public void restored(long at) {
        restoredAt = at;
    }

    boolean restoredSince(long time) {
        return restoredAt >= time;
    }

    boolean wellThroughout(long from, long until) {
        return outages.stream().noneMatch(outage -> outage.from() <= until && outage.until() + RECOVERY >= from);
    }
}
