package mo.farol.server.jwks;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import mo.farol.server.jws.JwsAlgorithm;
import mo.farol.server.jws.VerifyingKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One publisher's keys for one algorithm. Read once before anything is served, again at intervals, and when a key id
 * turns up that is not known; one reading at a time. What cannot be read leaves the last good keys in use, up to their
 * longest age. Safe for use by many event loops.
 */
public final class Jwks {
    private static final Logger LOG = LoggerFactory.getLogger(Jwks.class);

    private static final JwksUnusable TOO_OLD = new JwksUnusable("the key set was not read for too long");

    private final Vertx vertx;
    private final String publisher;
    private final KeySource source;
    private final JwsAlgorithm algorithm;
    private final JwksTimes times;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Future<KeySet>> underWay = new AtomicReference<>();
    private volatile Held held;
    private volatile long lastAsked;
    private volatile boolean current = true;
    private long timer;

    private Jwks(Setting setting, KeySet first) {
        this.vertx = setting.vertx();
        this.publisher = setting.publisher();
        this.source = setting.source();
        this.algorithm = setting.algorithm();
        this.times = setting.times();
        this.nanoTime = setting.nanoTime();
        this.lastAsked = nanoTime.getAsLong();
        this.held = new Held(first, lastAsked);
    }

    /**
     * @param publisher who they are, for the log
     * @param nanoTime {@link System#nanoTime}
     */
    public record Setting(
            Vertx vertx,
            String publisher,
            KeySource source,
            JwsAlgorithm algorithm,
            JwksTimes times,
            LongSupplier nanoTime) {}

    /** Reads the set for the first time. Fails with {@link JwksUnusable} when no usable key is there. */
    public static Future<Jwks> start(Setting setting) {
        return setting.source()
                .fetch()
                .compose(json -> parsed(json, setting.algorithm()))
                .map(first -> {
                    Jwks jwks = new Jwks(setting, first);
                    jwks.timer = setting.vertx()
                            .setPeriodic(setting.times().refreshEvery().toMillis(), t -> jwks.refresh());
                    return jwks;
                })
                .onFailure(why -> setting.source().close());
    }

    /**
     * The key of this id; empty when the publisher has none such. Fails with {@link JwksUnusable} when that cannot be told
     * any more, because the keys were not read for too long.
     */
    public Future<Optional<VerifyingKey>> key(String kid) {
        Held now = held;
        long nanos = nanoTime.getAsLong();
        boolean tooOld = nanos - now.readAt() > times.longestAge().toNanos();
        Optional<VerifyingKey> known = tooOld ? Optional.empty() : now.keys().key(kid);
        if (known.isPresent()) {
            return Future.succeededFuture(known);
        }
        boolean askedLately = nanos - lastAsked < times.unknownEvery().toNanos();
        if (askedLately && underWay.get() == null) {
            return tooOld ? Future.failedFuture(TOO_OLD) : Future.succeededFuture(known);
        }
        Future<KeySet> fresh = onCallersContext(refresh());
        return fresh.map(keys -> keys.key(kid))
                .recover(why -> tooOld ? Future.failedFuture(TOO_OLD) : Future.succeededFuture(known));
    }

    /** Whether the latest reading succeeded. If not, the publisher may have a key that is not known here. */
    public boolean isCurrent() {
        return current;
    }

    /** One reading serves callers on many event loops. */
    private static <T> Future<T> onCallersContext(Future<T> future) {
        Context caller = Vertx.currentContext();
        if (caller == null) {
            return future;
        }
        Promise<T> promise = Promise.promise();
        future.onComplete(done -> caller.runOnContext(hop -> promise.handle(done)));
        return promise.future();
    }

    /** Reads the set anew, or joins the reading that is under way. */
    private Future<KeySet> refresh() {
        Promise<KeySet> mine = Promise.promise();
        Future<KeySet> others = underWay.compareAndExchange(null, mine.future());
        if (others != null) {
            return others;
        }
        long asked = nanoTime.getAsLong();
        lastAsked = asked;
        source.fetch().compose(json -> parsed(json, algorithm)).onComplete(read -> {
            current = read.succeeded();
            if (read.succeeded()) {
                held = new Held(read.result(), asked);
            } else {
                LOG.error(
                        "ALARM the keys of {} cannot be read anew: {}",
                        publisher,
                        read.cause().getMessage());
            }
            underWay.set(null);
            mine.handle(read);
        });
        return mine.future();
    }

    private static Future<KeySet> parsed(byte[] json, JwsAlgorithm algorithm) {
        try {
            return Future.succeededFuture(KeySet.read(json, algorithm));
        } catch (JwksUnusable e) {
            return Future.failedFuture(e);
        }
    }

    /** Stops reading it. */
    public Future<Void> close() {
        vertx.cancelTimer(timer);
        return source.close();
    }

    /** @param readAt by the monotonic clock, when the reading began */
    private record Held(KeySet keys, long readAt) {}
}
