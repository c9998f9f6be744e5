package mo.farol.store.civilregistry;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import mo.farol.core.civilregistry.ImportStopped;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.store.connection.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long an import bears a database that is busy, restarts or fails over: about a minute. */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final int MOST_TRIES = 16;
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final long LONGEST_ANSWER_S = 10;
    /** Cancelled, transaction timeout, lock timeout, idle in a transaction. */
    private static final Set<String> TOO_SLOW = Set.of("57014", "25P04", "55P03", "25P03");

    private final Vertx vertx;

    Patience(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Asks again what may be asked twice. */
    <T> Future<T> insist(Supplier<Future<T>> question) {
        return insist(question, cause -> question.get());
    }

    /** @param again what to do after a failure that may pass */
    <T> Future<T> insist(Supplier<Future<T>> question, Function<Throwable, Future<T>> again) {
        return bounded(question.get()).recover(cause -> again(cause, again, 1));
    }

    /** A starved pool may never answer; what comes late is found by the place in the file. */
    static <T> Future<T> bounded(Future<T> answer) {
        return answer.timeout(LONGEST_ANSWER_S, TimeUnit.SECONDS);
    }

    private <T> Future<T> again(Throwable cause, Function<Throwable, Future<T>> again, int tries) {
        if (cause instanceof ImportStopped) {
            return Future.failedFuture(cause);
        }
        if (tries == MOST_TRIES || !passes(cause)) {
            return Future.failedFuture(new ImportStopped("gave up on the database: " + why(cause), cause));
        }
        long pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(tries, 10));
        // Not the cause itself: its message may repeat a row.
        LOG.warn("waits for the database, try {}: {}", tries, Trouble.nameOf(cause));
        return vertx.timer(pause, TimeUnit.MILLISECONDS)
                .compose(waited -> again.apply(cause))
                .recover(next -> again(next, again, tries + 1));
    }

    private static String why(Throwable cause) {
        return cause instanceof ArbiterUnreachable ? String.valueOf(cause.getMessage()) : Trouble.nameOf(cause);
    }

    /**
     * Whether fewer rows may pass: the server gave up because it took too long, or ended the connection, as it does when a
     * transaction lasts too long.
     */
    static boolean perhapsTooSlow(Throwable cause) {
        return tooSlow(cause) || Trouble.of(cause) == Trouble.UNKNOWN;
    }

    private static boolean tooSlow(Throwable cause) {
        return cause instanceof PgException answer && TOO_SLOW.contains(answer.getSqlState());
    }

    private static boolean passes(Throwable cause) {
        return switch (Trouble.of(cause)) {
            case RESEND, NOT_SENT, UNKNOWN -> !(cause instanceof RuntimeException) || cause instanceof VertxException;
            // Somebody entered the same number in the meantime.
            case SPLIT -> cause instanceof PgException answer && "23505".equals(answer.getSqlState());
            case ROLLED_BACK -> tooSlow(cause);
        };
    }
}
