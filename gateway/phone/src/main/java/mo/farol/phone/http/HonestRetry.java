package mo.farol.phone.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks again, the same bytes under the same Idempotency-Key, until a gateway gives an answer: the next gateway at once
 * when one cannot be reached, and after a short wait when all were asked. What asks to come back later than this would
 * give up is an answer too. The gateways keep a retry's answer for two minutes at least; this gives up well before.
 */
public final class HonestRetry {
    /** Well below the two minutes for which an answer is kept. */
    public static final Duration GIVE_UP_AFTER = Duration.ofSeconds(20);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final GatewayAddresses gateways;
    private final Duration giveUpAfter;
    private final CountDownLatch closed;

    /** @param closed counted down when the client that retries is closed: waiting ends at once */
    public HonestRetry(GatewayAddresses gateways, Duration giveUpAfter, CountDownLatch closed) {
        this.gateways = gateways;
        this.giveUpAfter = giveUpAfter;
        this.closed = closed;
    }

    /**
     * @param <X> what a step may fail with for good
     * @throws IOException when no gateway could be reached in time
     */
    public <X extends Exception> Reply until(Step<Reply, X> attempt) throws IOException, X, InterruptedException {
        long deadline = System.nanoTime() + giveUpAfter.toNanos();
        for (int tries = 1; ; tries++) {
            URI gateway = gateways.current();
            Duration wait = tries % gateways.count() == 0 ? waitAfter(tries / gateways.count()) : Duration.ZERO;
            try {
                Reply reply = attempt.at(gateway);
                if (!reply.mayComeBack() || isOver(deadline) || isForLater(reply)) {
                    return reply;
                }
                wait = reply.retryAfter()
                        .filter(asked -> asked.compareTo(LONGEST_WAIT) < 0)
                        .orElse(wait);
            } catch (IOException unreachable) {
                if (isOver(deadline)) {
                    throw unreachable;
                }
            }
            gateways.leave(gateway);
            if (closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the client was closed");
            }
        }
    }

    /** Whoever is told to come back tomorrow has an answer. */
    private boolean isForLater(Reply reply) {
        return reply.retryAfter()
                .filter(asked -> asked.compareTo(giveUpAfter) > 0)
                .isPresent();
    }

    private static Duration waitAfter(int rounds) {
        Duration wait = SHORTEST_WAIT.multipliedBy(1L << Math.min(rounds - 1, 8));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** As {@link #until}, for a step that either succeeds or cannot be reached. */
    public <T, X extends Exception> T reachable(Step<T, X> step) throws IOException, X, InterruptedException {
        IOException last = null;
        for (int tries = 0; tries < gateways.count(); tries++) {
            URI gateway = gateways.current();
            try {
                return step.at(gateway);
            } catch (IOException unreachable) {
                gateways.leave(gateway);
                last = unreachable;
            }
        }
        throw new IOException("no gateway can be reached", last);
    }

    private static boolean isOver(long deadline) {
        return System.nanoTime() - deadline >= 0;
    }

    /**
     * One try at one gateway.
     *
     * @param <X> what it may fail with for good
     */
    public interface Step<T, X extends Exception> {
        T at(URI gateway) throws IOException, X, InterruptedException;
    }
}
