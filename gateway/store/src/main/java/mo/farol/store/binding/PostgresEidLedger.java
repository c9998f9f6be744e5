package mo.farol.store.binding;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.Entered;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.store.atrest.Opening;
import mo.farol.store.atrest.SealedTexts;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.Trouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledger in PostgreSQL. An act whose outcome is not known is tried again until it is, or until its patience ends. */
public final class PostgresEidLedger implements EidLedger {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresEidLedger.class);
    private static final int MOST_RESENDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE_MS = 100;

    private final Vertx vertx;
    private final LedgerParts parts;
    private final LongSupplier nanoTime;

    public PostgresEidLedger(
            Vertx vertx, Connections connections, Opening opening, SealedTexts texts, SecureRandom random) {
        this.vertx = vertx;
        this.nanoTime = System::nanoTime;
        this.parts = new LedgerParts(
                connections,
                new EidReader(opening),
                new ClaimStatement(new SealedPhones(texts)),
                new EventIds(random),
                random);
    }

    @Override
    public Future<Entered> decide(long resident, RequestKey request, Rule rule) {
        Act act = new Act(parts, resident, request, rule);
        return attempt(act, MOST_RESENDS, nanoTime.getAsLong() + PATIENCE.toNanos());
    }

    private Future<Entered> attempt(Act act, int resendsLeft, long deadline) {
        return act.attempt().recover(cause -> {
            Trouble trouble = troubleOf(cause);
            if (trouble == null) {
                return Future.failedFuture(cause);
            }
            LOG.debug("an act on an e-ID failed: {}, {}", trouble, Trouble.nameOf(rootOf(cause)));
            return switch (trouble) {
                case RESEND ->
                    resendsLeft > 0 || act.isUnknown()
                            ? again(act, resendsLeft - 1, deadline, cause)
                            : unreachable("the e-ID is busy", cause);
                case UNKNOWN -> again(act, resendsLeft, deadline, cause);
                case NOT_SENT ->
                    act.isUnknown() ? again(act, resendsLeft, deadline, cause) : Future.failedFuture(cause);
                case SPLIT, ROLLED_BACK -> {
                    LOG.error("ALARM PostgreSQL rejects an act on an e-ID: {}", Trouble.nameOf(rootOf(cause)));
                    yield unreachable("PostgreSQL rejects the act", cause);
                }
            };
        });
    }

    private Future<Entered> again(Act act, int resendsLeft, long deadline, Throwable cause) {
        if (nanoTime.getAsLong() - deadline > 0) {
            LOG.warn("an act on an e-ID is given up: {}", Trouble.nameOf(rootOf(cause)));
            return unreachable(
                    act.isUnknown() ? "what became of the act is not known" : "PostgreSQL does not answer in time",
                    cause);
        }
        return vertx.timer(PAUSE_MS, TimeUnit.MILLISECONDS).compose(later -> attempt(act, resendsLeft, deadline));
    }

    /** Null for our own bug, which is no trouble of the database's. */
    private static @Nullable Trouble troubleOf(Throwable cause) {
        if (cause instanceof Troubled troubled) {
            return troubled.trouble();
        }
        return cause instanceof ArbiterUnreachable ? Trouble.NOT_SENT : null;
    }

    private static Throwable rootOf(Throwable cause) {
        return cause.getCause() == null ? cause : cause.getCause();
    }

    private static Future<Entered> unreachable(String why, Throwable cause) {
        return Future.failedFuture(new ArbiterUnreachable(why, cause));
    }
}
