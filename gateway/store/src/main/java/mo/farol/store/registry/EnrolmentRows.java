package mo.farol.store.registry;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import mo.farol.core.registry.RegisteredName;
import mo.farol.core.registry.RegisteredTerminal;
import mo.farol.store.connection.Connections;

/** Looks terminals up, and what they belong to. */
final class EnrolmentRows {
    private static final String TERMINAL = """
            SELECT t.id, t.name, t.public_jwk, t.certificate_sha256, t.suspended,
                   i.id AS institution, i.name AS institution_name, i.suspended AS institution_suspended,
                   m.id AS means, m.name AS means_name, m.suspended AS means_suspended
            FROM terminal t
            JOIN institution i ON i.id = t.institution
            JOIN means m ON m.id = t.means
            """;
    private static final String BY_NAME = TERMINAL + "WHERE t.name = $1";
    private static final String AFTER = TERMINAL + "WHERE t.name > $1 ORDER BY t.name LIMIT $2";

    private final Connections connections;
    private final NameRows institutions;
    private final NameRows means;

    EnrolmentRows(Connections connections) {
        this.connections = connections;
        this.institutions = new NameRows(connections, NameRows.INSTITUTIONS);
        this.means = new NameRows(connections, NameRows.MEANS);
    }

    NameRows institutions() {
        return institutions;
    }

    NameRows means() {
        return means;
    }

    Future<Optional<RegisteredTerminal>> terminal(String name) {
        return connections
                .ask(BY_NAME, Tuple.of(name))
                .map(rows -> terminals(rows).stream().findFirst());
    }

    Future<List<RegisteredTerminal>> terminals(String after, int atMost) {
        return connections.ask(AFTER, Tuple.of(after, atMost)).map(EnrolmentRows::terminals);
    }

    private static List<RegisteredTerminal> terminals(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new RegisteredTerminal(
                        row.getLong("id"),
                        row.getString("name"),
                        named(row, "institution"),
                        named(row, "means"),
                        row.getString("public_jwk"),
                        row.getString("certificate_sha256"),
                        row.getBoolean("suspended")))
                .toList();
    }

    private static RegisteredName named(Row row, String table) {
        return new RegisteredName(
                row.getLong(table), row.getString(table + "_name"), row.getBoolean(table + "_suspended"));
    }
}
