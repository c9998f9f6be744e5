package mo.farol.store.arbiter;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import mo.farol.core.verification.Redemption;
import mo.farol.store.batch.Columns;
import mo.farol.store.connection.SqlText;

/** {@code claim.sql}: a void row for every key that nobody has, after waiting for who is still at work on it. */
final class ClaimStatement {
    private static final String SQL = SqlText.of(ClaimStatement.class, "claim.sql");

    Future<Void> run(SqlConnection connection, List<Redemption> batch) {
        // Late codes are never inserted, so there is nothing to settle about them.
        List<Redemption> claimable = batch.stream().filter(row -> !row.late()).toList();
        if (claimable.isEmpty()) {
            return Future.succeededFuture();
        }
        Tuple tuple = Keys.tuple(claimable);
        tuple.addValue(
                Columns.longs(claimable, row -> row.circumstances().terminal().terminal()));
        Keys.appendRetryKey(tuple, claimable);
        return connection.preparedQuery(SQL).execute(tuple).mapEmpty();
    }
}
