package mo.farol.store.arbiter;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import mo.farol.core.verification.Redemption;
import mo.farol.store.StoreConfig;
import mo.farol.store.accesslog.CircumstanceColumns;
import mo.farol.store.batch.Columns;
import mo.farol.store.connection.SqlText;

/** {@code redeem.sql}: re-reads, redeems and records a batch in one autocommit statement. */
final class RedeemingStatement {
    static final String SQL = SqlText.of(RedeemingStatement.class, "redeem.sql");

    private final long lifeSeconds;
    private final long toleranceSeconds;

    RedeemingStatement(StoreConfig config) {
        this.lifeSeconds = config.codeLife().toSeconds();
        this.toleranceSeconds = config.clockTolerance().toSeconds();
    }

    Future<RowSet<Row>> run(SqlConnection connection, List<Redemption> batch) {
        return connection.preparedQuery(SQL).execute(tuple(batch));
    }

    Tuple tuple(List<Redemption> batch) {
        Tuple tuple = Keys.tuple(batch);
        tuple.addValue(Columns.bytes(batch, Redemption::publicKeyHash));
        tuple.addValue(Columns.booleans(batch, Redemption::late));
        CircumstanceColumns.append(tuple, batch, Redemption::circumstances);
        Keys.appendHashes(tuple, batch);
        tuple.addLong(lifeSeconds).addLong(toleranceSeconds);
        Keys.appendNonces(tuple, batch);
        return tuple;
    }
}
