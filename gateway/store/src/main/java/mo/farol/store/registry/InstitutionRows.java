package mo.farol.store.registry;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import mo.farol.core.registry.NewInstitution;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.atrest.Sealing;
import mo.farol.store.connection.Connections;

/** Institutions and the approved technical means. */
final class InstitutionRows {
    private static final String DRAW_ID = "SELECT nextval(pg_get_serial_sequence('institution', 'id')) AS id";
    private static final String ADD = """
            INSERT INTO institution (id, name, key_version, pairwise_secret, encryption_key)
            VALUES ($1, $2, $3, $4, $5) RETURNING id
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
}
