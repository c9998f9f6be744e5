package mo.farol.store.registry;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import java.util.Objects;
import mo.farol.core.registry.Enrolments;
import mo.farol.core.registry.NewInstitution;
import mo.farol.core.registry.NewTerminal;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.atrest.Sealing;
import mo.farol.store.connection.Connections;

/** Institutions, the approved technical means, and the terminals. */
final class InstitutionRows {
    private static final Map<String, String> SUSPEND = Map.of(
            "institution", "UPDATE institution SET suspended = $2 WHERE id = $1",
            "means", "UPDATE means SET suspended = $2 WHERE id = $1",
            "terminal", "UPDATE terminal SET suspended = $2 WHERE id = $1");
    private static final String DRAW_ID = "SELECT nextval(pg_get_serial_sequence('institution', 'id')) AS id";
    private static final String ADD = """
            INSERT INTO institution (id, name, key_version, pairwise_secret, encryption_key)
            VALUES ($1, $2, $3, $4, $5) RETURNING id
            """;
    private static final String ADD_TERMINAL = """
            INSERT INTO terminal (institution, means, name, public_jwk, certificate_sha256)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT (name) DO NOTHING RETURNING id
            """;

    private final Connections connections;
    private final Sealing sealing;

    InstitutionRows(Connections connections, Sealing sealing) {
        this.connections = connections;
        this.sealing = sealing;
    }

    Future<Long> add(NewInstitution institution) {
        return connections
                .pool()
                .withTransaction(connection -> connection
                        .query(DRAW_ID)
                        .execute()
                        .map(Rows::id)
                        .compose(id -> connection
                                .preparedQuery(ADD)
                                .execute(Tuple.of(
                                        id,
                                        institution.name(),
                                        (int) AtRestKeys.VERSION,
                                        Buffer.buffer(sealing.pairwiseSecret(id)),
                                        institution.encryptionKey())))
                        .map(Rows::id));
    }

    Future<Long> addMeans(String name) {
        return connections
                .pool()
                .preparedQuery("INSERT INTO means (name) VALUES ($1) RETURNING id")
                .execute(Tuple.of(name))
                .map(Rows::id);
    }

    Future<Long> addTerminal(NewTerminal terminal) {
        return connections
                .ask(
                        ADD_TERMINAL,
                        Tuple.of(
                                terminal.institution(),
                                terminal.means(),
                                terminal.name(),
                                terminal.publicJwk(),
                                terminal.certificateSha256()))
                .compose(rows -> rows.size() == 0
                        ? Future.failedFuture(new Enrolments.NameTaken())
                        : Future.succeededFuture(Rows.id(rows)));
    }

    /** @param table {@code institution}, {@code means} or {@code terminal} */
    Future<Void> suspend(String table, long row, boolean suspended) {
        return connections
                .ask(Objects.requireNonNull(SUSPEND.get(table)), Tuple.of(row, suspended))
                .compose(rows -> Rows.changed(table, rows));
    }
}
