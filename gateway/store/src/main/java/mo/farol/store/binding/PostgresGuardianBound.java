package mo.farol.store.binding;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import mo.farol.core.binding.GuardianBound;
import mo.farol.store.connection.Connections;

/** E-IDs that a parent or guardian bound, by an index of their own. */
public final class PostgresGuardianBound implements GuardianBound {
    static final String SQL = """
            SELECT resident FROM binding
            WHERE status IN (1, 2) AND way IN (2, 4, 6) AND resident > $1
            ORDER BY resident LIMIT $2
            """;

    private final Connections connections;

    public PostgresGuardianBound(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Future<List<Long>> after(long row, int atMost) {
        return connections.ask(SQL, Tuple.of(row, (long) atMost)).map(rows -> {
            List<Long> residents = new ArrayList<>(rows.size());
            for (Row each : rows) {
                residents.add(each.getLong("resident"));
            }
            return residents;
        });
    }
}
