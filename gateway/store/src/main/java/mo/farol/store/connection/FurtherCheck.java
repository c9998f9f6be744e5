package mo.farol.store.connection;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/** What else a new connection's server is asked before it is believed. */
@FunctionalInterface
public interface FurtherCheck {
    /** Asks nothing. */
    FurtherCheck NONE = connection -> Future.succeededFuture(List.of());

    /**
     * One clear sentence per problem; none when the server may decide. Fails when the connection ended before that was
     * known: nothing was found out about the server.
     */
    Future<List<String>> problems(SqlConnection connection);
}
