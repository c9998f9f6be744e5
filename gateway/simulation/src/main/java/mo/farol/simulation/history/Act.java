package mo.farol.simulation.history;

/** A change to what may be asked or shown, from the time it was asked for to its acknowledgement. */
public final class Act {
    private final Target target;
    private final boolean stops;
    private final long grantVersion;
    private final long from;
    private long acknowledged = Long.MAX_VALUE;

    /**
     * @param stops whether it withdraws, or lets go on
     * @param grantVersion of a grant: the version it makes; else 0
     */
    Act(Target target, boolean stops, long grantVersion, long from) {
        this.target = target;
        this.stops = stops;
        this.grantVersion = grantVersion;
        this.from = from;
    }

    public Target target() {
        return target;
    }

    public boolean stops() {
        return stops;
    }

    public long grantVersion() {
        return grantVersion;
    }

    long from() {
        return from;
    }

    long acknowledged() {
        return acknowledged;
    }

    void acknowledge(long at) {
        acknowledged = at;
    }
}
