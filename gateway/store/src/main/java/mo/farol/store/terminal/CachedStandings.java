package mo.farol.store.terminal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import mo.farol.core.terminal.Standing;
import mo.farol.core.terminal.Standings;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.store.batch.Columns;
import mo.farol.store.batch.GroupCommit;
import mo.farol.store.batch.Waiting;
import mo.farol.store.connection.Connections;

/** Standings, at most ten seconds old; misses are looked up in batches. */
public final class CachedStandings implements Standings {
    private static final String SQL = """
            SELECT t.id, t.suspended, i.suspended AS institution_suspended, m.suspended AS means_suspended
            FROM terminal t
            JOIN institution i ON i.id = t.institution
            JOIN means m ON m.id = t.means
            WHERE t.id = ANY($1::bigint[])
            """;
    private static final Duration MAXIMUM_AGE = Duration.ofSeconds(10);
    private static final int MOST_TERMINALS = 100_000;
    private static final int MOST_WAITING = 8192;
    private static final int BYTES = 16;

    private final Connections connections;
    private final Cache<Long, Optional<Standing>> cache;
    private final GroupCommit<Long, Optional<Standing>> lookUps;

    public CachedStandings(Vertx vertx, Context context, Connections connections, LongSupplier nanoTime) {
        this.connections = connections;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST_TERMINALS)
                .expireAfterWrite(MAXIMUM_AGE)
                .ticker(nanoTime::getAsLong)
                .build();
        this.lookUps = new GroupCommit<>(vertx, context, MOST_WAITING, row -> BYTES, this::lookUp);
    }

    @Override
    public Future<Optional<Standing>> of(TerminalIdentity terminal) {
        Optional<Standing> known = cache.getIfPresent(terminal.terminal());
        return known != null
                ? Future.succeededFuture(known)
                : lookUps.submit(terminal.terminal())
                        .onSuccess(found -> cache.put(terminal.terminal(), found))
                        .recover(cause -> Future.failedFuture(
                                new ArbiterUnreachable("the terminal's standing cannot be read", cause)));
    }

    @Override
    public void forget(long terminal) {
        cache.invalidate(terminal);
    }

    @Override
    public void forgetAll() {
        cache.invalidateAll();
    }

    private Future<Void> lookUp(List<Waiting<Long, Optional<Standing>>> batch) {
        Long[] rows = Columns.longs(batch.stream().map(Waiting::question).toList(), row -> row);
        return connections.ask(SQL, Tuple.of(rows)).map(found -> {
            Map<Long, Optional<Standing>> byRow = new HashMap<>();
            found.forEach(row -> byRow.put(row.getLong("id"), standing(row)));
            // A token outlives a terminal that was taken off the list.
            batch.forEach(waiting ->
                    waiting.answer(byRow.getOrDefault(waiting.question(), Optional.of(Standing.TERMINAL_SUSPENDED))));
            return null;
        });
    }

    /** Of a row with the three columns that say what is suspended. */
    static Optional<Standing> standing(Row row) {
        if (row.getBoolean("suspended")) {
            return Optional.of(Standing.TERMINAL_SUSPENDED);
        }
        if (row.getBoolean("institution_suspended")) {
            return Optional.of(Standing.INSTITUTION_SUSPENDED);
        }
        return row.getBoolean("means_suspended") ? Optional.of(Standing.MEANS_SUSPENDED) : Optional.empty();
    }
}
