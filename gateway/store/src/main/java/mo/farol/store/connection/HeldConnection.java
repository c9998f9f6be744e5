package mo.farol.store.connection;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is kept between statements, so that at most one of them is under way and a warning can be told to
 * belong to it. Use it from one context only.
 */
public final class HeldConnection {
    private final Connections connections;
    private @Nullable Future<PgConnection> held;
    private boolean warned;

    public HeldConnection(Connections connections) {
        this.connections = connections;
    }

    /** The connection; fails with {@link mo.farol.core.verification.ArbiterUnreachable}. */
    public Future<PgConnection> get() {
        Future<PgConnection> known = held;
        if (known != null) {
            return known;
        }
        Promise<PgConnection> opening = Promise.promise();
        Future<PgConnection> opened = opening.future();
        held = opened;
        connections.connection().onComplete(got -> {
            if (got.succeeded()) {
                opening.complete(watch(got.result(), opened));
            } else {
                forget(opened);
                opening.fail(got.cause());
            }
        });
        return opened;
    }

    /** Asks one question on it. After a failure that may be the connection's own the next one is asked on another. */
    public Future<RowSet<Row>> ask(String sql, Tuple tuple) {
        return get().compose(connection -> connection.preparedQuery(sql).execute(tuple))
                .onFailure(cause -> {
                    if (Trouble.of(cause) == Trouble.UNKNOWN) {
                        drop();
                    }
                });
    }

    /** Forgets warnings up to now. */
    public void clearWarning() {
        warned = false;
    }

    /** Whether the server warned since: at a commit, that it may not have reached the standby. */
    public boolean warned() {
        return warned;
    }

    /** Gives the connection up; the next {@link #get} opens another. */
    public void drop() {
        Future<PgConnection> known = held;
        held = null;
        if (known != null) {
            known.onSuccess(SqlConnection::close);
        }
    }

    private PgConnection watch(SqlConnection connection, Future<PgConnection> opened) {
        PgConnection watched = PgConnection.cast(connection);
        watched.closeHandler(closed -> forget(opened));
        watched.noticeHandler(notice -> warned |= "WARNING".equals(notice.getSeverity()));
        return watched;
    }

    private void forget(Future<PgConnection> gone) {
        if (held == gone) {
            held = null;
        }
    }
}
