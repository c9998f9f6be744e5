package mo.farol.store.upkeep;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import mo.farol.store.connection.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The heartbeat every second and the upkeep every ten minutes, neither of them twice at a time. */
public final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration UPKEEP = Duration.ofMinutes(10);
    private static final Duration BEAT_ANSWERED_WITHIN = Duration.ofSeconds(3);
    private static final int FIRST_TRIES = 10;
    private static final long FIRST_PAUSE_MS = 500;

    private final Vertx vertx;
    private final Context context;
    private final Round beat;
    private final Round upkeep;
    private long beatTimer = -1;
    private long upkeepTimer = -1;

    /** @param context that both run on */
    public Rounds(Vertx vertx, Context context, Supplier<Future<Void>> beat, Supplier<Future<Void>> upkeep) {
        this.vertx = vertx;
        this.context = context;
        this.beat = new Round("PostgreSQL does not answer the heartbeat", BEAT_ANSWERED_WITHIN, beat);
        this.upkeep = new Round("the partitions' upkeep fails", UPKEEP, upkeep);
    }

    /** Runs each once, and then for ever. Fails when each of the first few fails: a busy server is waited for. */
    public Future<Void> start() {
        Promise<Void> started = Promise.promise();
        context.runOnContext(turn -> {
            beatTimer = vertx.setPeriodic(BEAT.toMillis(), timer -> beat.run());
            upkeepTimer = vertx.setPeriodic(UPKEEP.toMillis(), timer -> upkeep.run());
            first(FIRST_TRIES).onComplete(started);
        });
        return started.future();
    }

    private Future<Void> first(int tries) {
        return Future.join(beat.run(), upkeep.run())
                .<Void>mapEmpty()
                .recover(cause -> tries <= 1
                        ? Future.failedFuture(cause)
                        : vertx.timer(FIRST_PAUSE_MS, TimeUnit.MILLISECONDS).compose(later -> first(tries - 1)));
    }

    /** Stops both, then lets {@code release} run on the same context. */
    public Future<Void> stop(Runnable release) {
        Promise<Void> stopped = Promise.promise();
        context.runOnContext(turn -> {
            vertx.cancelTimer(beatTimer);
            vertx.cancelTimer(upkeepTimer);
            release.run();
            stopped.complete();
        });
        return stopped.future();
    }

    /** What does not work, as of the last round. */
    public Optional<String> trouble() {
        return beat.trouble().or(upkeep::trouble);
    }

    private static final class Round {
        private final String failure;
        private final Duration patience;
        private final Supplier<Future<Void>> work;
        private boolean underWay;
        private volatile boolean failed;

        /** @param patience after which it counts as failed, while it may still be under way */
        Round(String failure, Duration patience, Supplier<Future<Void>> work) {
            this.failure = failure;
            this.patience = patience;
            this.work = work;
        }

        Optional<String> trouble() {
            return failed ? Optional.of(failure) : Optional.empty();
        }

        Future<Void> run() {
            if (underWay) {
                return Future.succeededFuture();
            }
            underWay = true;
            Future<Void> running = work.get();
            // A server that is frozen neither answers nor ends: nobody must be sent here until it does.
            running.timeout(patience.toMillis(), TimeUnit.MILLISECONDS).onFailure(this::fail);
            return running.onComplete(done -> {
                underWay = false;
                if (done.failed()) {
                    fail(done.cause());
                } else {
                    failed = false;
                }
            });
        }

        private void fail(Throwable cause) {
            if (!failed) {
                LOG.warn("{}: {}", failure, Trouble.nameOf(cause));
            }
            failed = true;
        }
    }
}
