package mo.farol.store.binding;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.TimeUnit;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.Trouble;

/**
 * One transaction on one connection. Every wait is bounded; failures are {@link Troubled}, or {@link
 * mo.farol.core.verification.ArbiterUnreachable} when there is no connection.
 */
final class OneTransaction {
    /** Longer than any statement may take: a server that says nothing for so long is frozen. */
    private static final int ANSWER_TIMEOUT_MS = 3000;

    private final PgConnection connection;
    private Future<?> last = Future.succeededFuture();
    private volatile boolean warned;

    private OneTransaction(PgConnection connection) {
        this.connection = connection;
        connection.noticeHandler(notice -> warned |= "WARNING".equals(notice.getSeverity()));
    }

    /**
     * Begins, and locks the e-ID's row, in one round trip.
     *
     * @return fails with {@link IllegalArgumentException} when there is no such row
     */
    static Future<OneTransaction> lock(Connections connections, long resident) {
        return connections.connection().compose(connection -> {
            OneTransaction transaction = new OneTransaction(PgConnection.cast(connection));
            return transaction
                    .answered(connection
                            .query("BEGIN; SELECT id FROM resident WHERE id = " + resident + " FOR NO KEY UPDATE")
                            .execute())
                    .compose(begun -> begun.next().size() == 0
                            ? Future.failedFuture(new IllegalArgumentException("there is no such e-ID"))
                            : Future.succeededFuture(transaction))
                    .onFailure(cause -> transaction.end(false));
        });
    }

    Future<RowSet<Row>> run(String sql, Tuple tuple) {
        return answered(connection.preparedQuery(sql).execute(tuple));
    }

    /** A warning says that the commit may not have reached the standby: as unknown as a lost connection. */
    Future<Void> commit() {
        warned = false;
        return answered(connection.query("COMMIT").execute())
                .compose(committed -> warned
                        ? Future.failedFuture(new Troubled(Trouble.UNKNOWN, "the server warned at commit"))
                        : Future.succeededFuture());
    }

    /**
     * Gives the connection back, once it has answered what it was last asked: until then nobody else may use it.
     *
     * @param committed otherwise the transaction is rolled back first
     */
    void end(boolean committed) {
        if (committed) {
            connection.close();
        } else {
            last.onComplete(answered -> connection.query("ROLLBACK").execute().onComplete(done -> connection.close()));
        }
    }

    private <T> Future<T> answered(Future<T> statement) {
        last = statement;
        return statement
                .timeout(ANSWER_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                .recover(cause -> Future.failedFuture(new Troubled(Trouble.of(cause), cause)));
    }
}
