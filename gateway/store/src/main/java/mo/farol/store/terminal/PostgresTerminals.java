package mo.farol.store.terminal;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.stream.StreamSupport;
import mo.farol.core.terminal.EnrolledTerminal;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.terminal.Terminals;
import mo.farol.store.connection.Connections;

/** Enrolled terminals, read at every sign-in. */
public final class PostgresTerminals implements Terminals {
    private static final String SQL = """
            SELECT t.id, t.institution, i.name AS institution_name, t.public_jwk, t.certificate_sha256,
                   t.suspended, i.suspended AS institution_suspended, m.suspended AS means_suspended
            FROM terminal t
            JOIN institution i ON i.id = t.institution
            JOIN means m ON m.id = t.means
            WHERE t.name = $1
            """;

    private final Connections connections;

    public PostgresTerminals(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Future<Optional<EnrolledTerminal>> byClientId(String clientId) {
        if (clientId.indexOf('\0') >= 0) {
            return Future.succeededFuture(Optional.empty());
        }
        return connections
                .ask(SQL, Tuple.of(clientId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> terminal(clientId, row)));
    }

    private static EnrolledTerminal terminal(String clientId, Row row) {
        return new EnrolledTerminal(
                new TerminalIdentity(row.getLong("id"), row.getLong("institution"), clientId),
                row.getString("institution_name"),
                row.getString("public_jwk"),
                row.getString("certificate_sha256"),
                CachedStandings.standing(row));
    }
}
