package mo.farol.cluster.announcement;

/** Which batches of one sender have come: the highest number, and the 64 below it one by one. */
final class SequenceWindow {
    /** What a batch's number says. */
    enum Arrival {
        NEXT,
        /** Numbers before it have not come (yet). */
        AFTER_A_GAP,
        /** Overtaken by a later one, and new. */
        OVERTAKEN,
        /** Came before, or is so old that it may have. */
        REPEATED
    }

    private static final int WIDTH = 64;

    private long highest;
    private long seen;

    /** @param first the first number to come; what was before is not known */
    SequenceWindow(long first) {
        this.highest = first;
        this.seen = -1L;
    }

    Arrival arrived(long sequence) {
        long ahead = sequence - highest;
        if (ahead > 0) {
            seen = ahead >= WIDTH ? 1L : seen << ahead | 1L;
            highest = sequence;
            return ahead == 1 ? Arrival.NEXT : Arrival.AFTER_A_GAP;
        }
        if (-ahead >= WIDTH || (seen & 1L << -ahead) != 0) {
            return Arrival.REPEATED;
        }
        seen |= 1L << -ahead;
        return Arrival.OVERTAKEN;
    }
}
