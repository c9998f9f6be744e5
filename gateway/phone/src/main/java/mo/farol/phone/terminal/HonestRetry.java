package mo.farol.phone.terminal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Reply;

/**
 * Asks again, the same bytes under the same Idempotency-Key, until a gateway gives an answer: the next gateway at once
 * when one cannot be reached, and after a short wait when all were asked. The gateways keep a retry's answer for two
 * minutes; this gives up well before.
 */
final class HonestRetry {
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final GatewayAddresses gateways;
    private final Duration giveUpAfter;
    private final CountDownLatch closed;

    HonestRetry(GatewayAddresses gateways, Duration giveUpAfter, CountDownLatch closed) {
        this.gateways = gateways;
        this.giveUpAfter = giveUpAfter;
        this.closed = closed;
    }

    /** @throws IOException when no gateway could be reached in time */
    Reply until(Step<Reply> attempt) throws IOException, SignInRefused, InterruptedException {
        long deadline = System.nanoTime() + giveUpAfter.toNanos();
        for (int tries = 1; ; tries++) {
            URI gateway = gateways.current();
            Duration wait = tries % gateways.count() == 0 ? waitAfter(tries / gateways.count()) : Duration.ZERO;
            try {
                Reply reply = attempt.at(gateway);
                if (!reply.mayComeBack() || isOver(deadline)) {
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
                throw new IOException("the terminal client was closed");
            }
        }
    }

    private static Duration waitAfter(int rounds) {
        Duration wait = SHORTEST_WAIT.multipliedBy(1L << Math.min(rounds - 1, 8));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** As {@link #until}, for a step that either succeeds or cannot be reached. */
    <T> T reachable(Step<T> step) throws IOException, SignInRefused, InterruptedException {
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

    /** One try at one gateway. */
    interface Step<T> {
        T at(URI gateway) throws IOException, SignInRefused, InterruptedException;
    }
}
