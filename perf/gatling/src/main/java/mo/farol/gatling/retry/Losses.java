package mo.farol.gatling.retry;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which gateways are lost, as a client sees it: from a connection that failed until an answer to a later request. What
 * is asked again within {@link #GRACE} of a loss may fail; what is asked again after that may not. Safe for use by many
 * threads; times are nanoseconds of one monotonic clock.
 */
public final class Losses {
    /** In which the other gateways may be busy with the loss. */
    public static final Duration GRACE = Duration.ofSeconds(5);

    private final Map<URI, Loss> lost = new HashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong lateRetries = new AtomicLong();
    private final AtomicLong lateAnswers = new AtomicLong();

    /** No answer came from there. */
    synchronized void failed(URI gateway, long now) {
        Loss loss = lost.get(gateway);
        if (loss == null) {
            count.incrementAndGet();
        }
        lost.put(gateway, new Loss(loss == null ? now : loss.since(), now));
    }

    /** An answer came from there, to what was asked at this time. */
    synchronized void answered(URI gateway, long askedAt) {
        Loss loss = lost.get(gateway);
        // What was asked before the last failure says nothing about whether it is back.
        if (loss != null && askedAt - loss.last() > 0) {
            lost.remove(gateway);
        }
    }

    synchronized boolean inGrace(long now) {
        return lost.values().stream().anyMatch(loss -> now - loss.since() < GRACE.toNanos());
    }

    void lateRetry() {
        lateRetries.incrementAndGet();
    }

    void lateAnswer() {
        lateAnswers.incrementAndGet();
    }

    /** How many gateways were lost, one that came back and was lost again counted twice. */
    public long count() {
        return count.get();
    }

    /** Retries that were sent when the grace after every loss was over. */
    public long lateRetries() {
        return lateRetries.get();
    }

    /** Those of them that no gateway answered. */
    public long lateFailures() {
        return lateRetries.get() - lateAnswers.get();
    }

    /** @param last the last time that no answer came */
    private record Loss(long since, long last) {}
}
