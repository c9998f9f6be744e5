package mo.farol.store.arbiter;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import mo.farol.core.verification.Redemption;
import mo.farol.store.accesslog.CircumstanceColumns;
import mo.farol.store.connection.SqlText;

/** {@code winner.sql}: what became of attempts that lost, retry, or whose outcome was unknown. */
final class WinnerStatement {
    private static final String SQL = SqlText.of(WinnerStatement.class, "winner.sql");

    Future<RowSet<Row>> run(SqlConnection connection, List<Redemption> batch) {
        Tuple tuple = Keys.tuple(batch);
        CircumstanceColumns.append(tuple, batch, Redemption::circumstances);
        Keys.appendHashes(tuple, batch);
        Keys.appendNonces(tuple, batch);
        return connection.preparedQuery(SQL).execute(tuple);
    }
}
