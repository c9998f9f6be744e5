package mo.farol.store.upkeep;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import mo.farol.store.StoreConfig;
import mo.farol.store.connection.Connections;

/** What an operator does after a restore or a failover, when the gateways refuse to decide by the server they find. */
public final class CodeFloor {
    private static final String ACCEPT_SERVER = """
            UPDATE arbiter a
            SET code_floor = greatest(a.code_floor, ceil(extract(epoch FROM clock_timestamp()))::bigint + $1::bigint),
                system_identifier = c.system_identifier,
                timeline = ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::integer
            FROM pg_control_system() c
            """;

    private CodeFloor() {}

    /**
     * Makes the server that is found the arbiter, and refuses every code minted until now plus the tolerance: what the
     * lost history may have accepted cannot be accepted again.
     *
     * @return fails when the server cannot be reached or is a standby
     */
    public static Future<Void> raise(Vertx vertx, StoreConfig config) {
        // Not by the checked pool: a server that it refuses is the reason to call this.
        return PgConnection.connect(vertx, Connections.options(config))
                .compose(connection -> raise(connection, config).eventually(connection::close));
    }

    /** The same, in whatever transaction the connection has. */
    public static Future<Void> raise(SqlClient connection, StoreConfig config) {
        return connection
                .preparedQuery(ACCEPT_SERVER)
                .execute(Tuple.of(config.clockTolerance().toSeconds()))
                .mapEmpty();
    }
}
