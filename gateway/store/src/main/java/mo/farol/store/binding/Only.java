package mo.farol.store.binding;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The only row of an answer, if it has one. */
final class Only {
    private Only() {}

    static Optional<Row> of(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }
}
