package mo.farol.chaos.history;

import java.util.concurrent.atomic.LongAdder;

/** Counts of one schedule. Safe for use by many threads. */
public final class Tally {
    private final LongAdder attempts = new LongAdder();
    private final LongAdder replays = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder unavailable = new LongAdder();

    /** A request that never left, because nobody listens there, is no attempt. */
    void answered(Act act, Answer answer) {
        if (answer.neverSent()) {
            return;
        }
        attempts.increment();
        if (act.isReplay()) {
            replays.increment();
        }
        switch (answer.said()) {
            case ACCEPTED -> accepted.increment();
            case REFUSED -> refused.increment();
            case UNAVAILABLE, BROKEN -> unavailable.increment();
            case DONE, TURNED_AWAY -> {}
        }
    }

    /** The counts so far. */
    public Counts counts() {
        return new Counts(attempts.sum(), replays.sum(), accepted.sum(), refused.sum(), unavailable.sum());
    }

    /**
     * @param attempts requests of any kind
     * @param replays attempts to have a code accepted that was shown before
     * @param unavailable without an answer, too
     */
    public record Counts(long attempts, long replays, long accepted, long refused, long unavailable) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        public Counts plus(Counts other) {
            return new Counts(
                    attempts + other.attempts,
                    replays + other.replays,
                    accepted + other.accepted,
                    refused + other.refused,
                    unavailable + other.unavailable);
        }
    }
}
