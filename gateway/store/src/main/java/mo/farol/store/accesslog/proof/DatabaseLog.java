package mo.farol.store.accesslog.proof;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mo.farol.core.accesslog.audit.AuditedEntry;
import mo.farol.core.accesslog.audit.LogSource;
import mo.farol.core.accesslog.tree.TileId;
import mo.farol.store.StoreConfig;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.Trouble;

/** A database's log for an audit. Every call waits for its answer: not for event loops. */
public final class DatabaseLog implements LogSource, AutoCloseable {
    /** An audit may scan a table, which no request may. */
    private static final int ANSWER_SECONDS = 600;

    private static final String NO_HURRY = """
            SELECT set_config(name, '0', false) FROM pg_settings
            WHERE name IN ('statement_timeout', 'transaction_timeout')
            """;

    private final PgConnection connection;
    private final PostgresLogSource source;

    private DatabaseLog(PgConnection connection) {
        this.connection = connection;
        this.source = new PostgresLogSource(
                (sql, tuple) -> connection.preparedQuery(sql).execute(tuple));
    }

    /** By a connection that nothing is asked of: an audit is about databases that gateways may refuse. */
    public static DatabaseLog open(Vertx vertx, StoreConfig config) throws IOException {
        return new DatabaseLog(await(PgConnection.connect(vertx, Connections.options(config))
                .compose(connection -> connection.query(NO_HURRY).execute().map(set -> connection))));
    }

    @Override
    public Optional<String> checkpoint() throws IOException {
        return await(source.checkpoint());
    }

    @Override
    public List<AuditedEntry> entries(long from, int count) throws IOException {
        return await(source.entries(from, count));
    }

    @Override
    public Optional<byte[]> tile(TileId id) throws IOException {
        return await(source.tile(id));
    }

    /** Ids of some records that the log has gone by without holding them. */
    public List<UUID> slippedIn() throws IOException {
        return await(source.slippedIn());
    }

    @Override
    public void close() throws IOException {
        await(connection.close());
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException("the database does not answer: " + Trouble.nameOf(cause), cause);
        } catch (TimeoutException e) {
            throw new IOException("the database does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
