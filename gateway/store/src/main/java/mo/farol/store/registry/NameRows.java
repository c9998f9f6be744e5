package mo.farol.store.registry;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import mo.farol.core.registry.RegisteredName;
import mo.farol.store.connection.Connections;

/** Looks up what has a name, a row and may be suspended: institutions, or means. */
final class NameRows {
    static final NameRows.Sql INSTITUTIONS = new Sql("""
            SELECT id, name, suspended FROM institution WHERE id = $1
            """, """
            SELECT id, name, suspended FROM institution WHERE name = $1
            """, """
            SELECT id, name, suspended FROM institution WHERE name > $1 ORDER BY name LIMIT $2
            """);
    static final NameRows.Sql MEANS = new Sql("""
            SELECT id, name, suspended FROM means WHERE id = $1
            """, """
            SELECT id, name, suspended FROM means WHERE name = $1
            """, """
            SELECT id, name, suspended FROM means WHERE name > $1 ORDER BY name LIMIT $2
            """);

    private final Connections connections;
    private final Sql sql;

    NameRows(Connections connections, Sql sql) {
        this.connections = connections;
        this.sql = sql;
    }

    /** The three questions to one table. */
    record Sql(String byRow, String byName, String after) {}

    Future<Optional<RegisteredName>> byRow(long row) {
        return connections
                .ask(sql.byRow(), Tuple.of(row))
                .map(rows -> names(rows).stream().findFirst());
    }

    Future<Optional<RegisteredName>> byName(String name) {
        return connections
                .ask(sql.byName(), Tuple.of(name))
                .map(rows -> names(rows).stream().findFirst());
    }

    Future<List<RegisteredName>> after(String name, int atMost) {
        return connections.ask(sql.after(), Tuple.of(name, atMost)).map(NameRows::names);
    }

    private static List<RegisteredName> names(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new RegisteredName(row.getLong("id"), row.getString("name"), row.getBoolean("suspended")))
                .toList();
    }
}
