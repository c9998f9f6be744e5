package mo.farol.store.registry;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;

/** What the registry's statements return. */
final class Rows {
    private Rows() {}

    /** The only row's id. */
    static long id(RowSet<Row> rows) {
        return rows.iterator().next().getLong("id");
    }

    static List<Long> ids(RowSet<Row> rows) {
        List<Long> ids = new ArrayList<>(rows.size());
        rows.forEach(row -> ids.add(row.getLong("id")));
        return ids;
    }

    /** Fails when the statement found nothing to change. */
    static Future<Void> changed(String what, RowSet<Row> rows) {
        return rows.rowCount() == 0
                ? Future.failedFuture(new IllegalArgumentException("no such " + what))
                : Future.succeededFuture();
    }
}
