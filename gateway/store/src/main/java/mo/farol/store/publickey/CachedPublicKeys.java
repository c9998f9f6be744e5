package mo.farol.store.publickey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.time.TimeAnchor;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.core.verification.PublicKeys;
import mo.farol.store.batch.Columns;
import mo.farol.store.batch.GroupCommit;
import mo.farol.store.batch.Waiting;
import mo.farol.store.connection.Beat;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.HeldConnection;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;

/**
 * Public keys never change, so a found one is kept for an hour; it would be wrong only after the database itself went
 * back in time. What is not found is not remembered: a phone may be bound a moment later.
 */
public final class CachedPublicKeys implements PublicKeys {
    private static final String SQL = "SELECT key_id, public_key FROM binding WHERE key_id = ANY($1::bigint[])";
    private static final Duration MAXIMUM_AGE = Duration.ofHours(1);
    private static final int MOST_WAITING = 8192;
    private static final int BYTES = 16;

    private final Cache<Long, BindingPublicKey> cache;
    private final LookUpBudget budget;
    private final HeldConnection held;
    private final GroupCommit<BindingKeyId, Optional<BindingPublicKey>> lookUps;

    /**
     * @param connections one of them is held
     * @param cached how many keys are kept, about 250 bytes each
     */
    public CachedPublicKeys(Vertx vertx, Context context, Connections connections, LongSupplier nanoTime, int cached) {
        this.cache = Caffeine.newBuilder()
                .maximumSize(cached)
                .expireAfterWrite(MAXIMUM_AGE)
                .ticker(nanoTime::getAsLong)
                .build();
        this.budget = new LookUpBudget(nanoTime);
        this.held = new HeldConnection(connections);
        this.lookUps = new GroupCommit<>(vertx, context, MOST_WAITING, key -> BYTES, this::lookUp);
    }

    @Override
    public Future<Found> find(BindingKeyId id, TerminalIdentity onBehalfOf) {
        BindingPublicKey known = cache.getIfPresent(id.value());
        return known != null
                ? Future.succeededFuture(new Found(Optional.of(known), false))
                : budgeted(id, onBehalfOf).map(key -> new Found(key, true));
    }

    @Override
    public Future<Void> lookUpAgain(BindingKeyId id, TerminalIdentity onBehalfOf) {
        return budgeted(id, onBehalfOf).mapEmpty();
    }

    @Override
    public void giveBack(TerminalIdentity onBehalfOf) {
        budget.giveBack(onBehalfOf.terminal());
    }

    private Future<Optional<BindingPublicKey>> budgeted(BindingKeyId id, TerminalIdentity onBehalfOf) {
        if (!budget.take(onBehalfOf.terminal())) {
            return Future.failedFuture(new BudgetSpent());
        }
        return lookUps.submit(id).recover(cause -> {
            giveBack(onBehalfOf);
            return Future.failedFuture(new ArbiterUnreachable("the public keys cannot be read", cause));
        });
    }

    @Override
    public void forget(BindingKeyId id) {
        cache.invalidate(id.value());
    }

    /** Keeps the connection in use, so that silence on it means trouble. On the store's context. */
    public Future<Void> beat(TimeAnchor time) {
        return Beat.on(held, time);
    }

    /** Gives the connection back. On the store's context. */
    public void release() {
        held.drop();
    }

    private Future<Void> lookUp(List<Waiting<BindingKeyId, Optional<BindingPublicKey>>> batch) {
        List<BindingKeyId> ids = batch.stream().map(Waiting::question).toList();
        return held.ask(SQL, Tuple.of(Columns.longs(ids, BindingKeyId::value)))
                .map(rows -> {
                    Map<Long, BindingPublicKey> found = new HashMap<>();
                    rows.forEach(row -> found.put(
                            row.getLong("key_id"),
                            BindingPublicKey.of(row.getBuffer("public_key").getBytes())));
                    cache.putAll(found);
                    batch.forEach(waiting -> waiting.answer(
                            Optional.ofNullable(found.get(waiting.question().value()))));
                    return (Void) null;
                })
                .recover(cause -> {
                    batch.forEach(waiting -> waiting.fail(cause));
                    return Future.succeededFuture();
                });
    }
}
