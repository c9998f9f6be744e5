package mo.farol.store.accesslog.seal;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import mo.farol.core.accesslog.note.InvalidNote;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.store.accesslog.witness.LogSettings;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the public log up with the records. Every node runs it; the database lets one of them grow the tree at a time,
 * and each keeps its own witnesses up with what is published.
 */
public final class Sealer {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int EVERY_MILLIS = 300;

    /** So that a long backlog does not keep checkpoints back. */
    private static final int BATCHES_A_ROUND = 8;

    private final Vertx vertx;
    private final Context context;
    private final Connections connections;
    private final LogSettings settings;
    private final Growing growing;
    private final Showing showing;
    private final Signing signing;
    private final Outsiders outsiders;
    private final HorizonWatch horizon = new HorizonWatch(System::nanoTime);
    private long timer = -1;
    private boolean underWay;
    private boolean failed;
    private volatile LogFigures figures = LogFigures.NONE;
    private volatile Optional<String> broken = Optional.empty();

    /**
     * @param context that it runs on
     * @param connections of its own, at least two
     */
    public Sealer(Vertx vertx, Context context, Connections connections, LogSettings settings) {
        this.vertx = vertx;
        this.context = context;
        this.connections = connections;
        this.settings = settings;
        this.growing = new Growing(vertx, connections);
        this.showing = new Showing(connections, settings);
        this.signing = new Signing(connections, settings, showing);
        this.outsiders = new Outsiders(connections, settings, System::nanoTime);
    }

    public void start() {
        context.runOnContext(turn -> timer = vertx.setPeriodic(EVERY_MILLIS, tick -> round()));
    }

    /** Lets go of the held connection; what is under way is rolled back by its end. */
    public Future<Void> stop() {
        Promise<Void> stopped = Promise.promise();
        context.runOnContext(turn -> {
            vertx.cancelTimer(timer);
            growing.release();
            stopped.complete();
        });
        return stopped.future();
    }

    public LogFigures figures() {
        return figures;
    }

    /** Why the stored log cannot be the one that was witnessed; empty while nothing speaks against it. */
    public Optional<String> broken() {
        return broken;
    }

    private void round() {
        if (underWay) {
            return;
        }
        underWay = true;
        head().compose(head -> outsiders.follow(head).compose(may -> may ? seal(head) : Future.succeededFuture()))
                .onComplete(done -> {
                    underWay = false;
                    tell(done.succeeded() ? Optional.empty() : Optional.of(done.cause()));
                });
    }

    private Future<LogHead> head() {
        return connections.ask(LogHead.SQL, Tuple.tuple()).map(rows -> {
            LogHead head = LogHead.read(rows.iterator().next());
            figures = new LogFigures(
                    head.size(), head.publishedSize(), head.oldestMillis().orElse(0), outsiders.figures(head));
            if (horizon.alarms(head)) {
                LOG.error(
                        "ALARM records wait to be sealed for {} ms: a transaction has been under way for longer",
                        head.oldestMillis().orElse(0));
            }
            return head;
        });
    }

    private Future<Void> seal(LogHead before) {
        Future<Integer> grown = before.oldestMillis().isEmpty() ? Future.succeededFuture(0) : grow(BATCHES_A_ROUND, 0);
        return grown.compose(done -> head()).compose(this::signOrFollow);
    }

    private Future<Integer> grow(int batchesLeft, int before) {
        return growing.batch()
                .compose(grown -> grown < Growing.BATCH || batchesLeft <= 1
                        ? Future.succeededFuture(before + grown)
                        : grow(batchesLeft - 1, before + grown));
    }

    private Future<Void> signOrFollow(LogHead head) {
        if (head.toBeSigned()) {
            return signing.sign();
        }
        if (head.published().isEmpty() || !showing.isNews(head.epoch(), head.publishedSize())) {
            return Future.succeededFuture();
        }
        try {
            return showing.show(SignedCheckpoint.open(
                    head.published().get(),
                    settings.key().publicKey(settings.name().origin(head.epoch()))));
        } catch (InvalidNote e) {
            return Future.failedFuture(new LogBroken("the published checkpoint is not signed by the log's key"));
        }
    }

    private void tell(Optional<Throwable> cause) {
        broken = cause.filter(LogBroken.class::isInstance).map(why -> "the public log is broken: " + why.getMessage());
        if (cause.isPresent() && !failed) {
            broken.ifPresentOrElse(
                    why -> LOG.error("ALARM records are not sealed: {}", why),
                    () -> LOG.warn("records are not sealed for now: {}", Trouble.nameOf(cause.get())));
        }
        failed = cause.isPresent();
    }
}
