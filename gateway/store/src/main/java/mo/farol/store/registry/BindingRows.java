package mo.farol.store.registry;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.registry.NewBinding;
import mo.farol.store.batch.Columns;
import mo.farol.store.connection.Connections;

/**
 * Bindings. Whoever changes some locks their residents' rows in the order of their ids first, so that two changes of
 * several bindings never wait for each other in a circle.
 */
final class BindingRows {
    private static final String LOCK = """
            SELECT id FROM resident WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE
            """;
    private static final String SUPERSEDE = """
            UPDATE binding SET status = $2 WHERE resident = ANY($1::bigint[]) AND status IN ($3, $4)
            """;
    private static final String ADD = """
            INSERT INTO binding (resident, key_id, public_key, status)
            SELECT resident, key_id, public_key, $1
            FROM unnest($2::bigint[], $3::bigint[], $4::bytea[]) AS b(resident, key_id, public_key)
            RETURNING id, key_id
            """;

    private final Connections connections;

    BindingRows(Connections connections) {
        this.connections = connections;
    }

    Future<List<Long>> bind(List<NewBinding> bindings) {
        if (bindings.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        Long[] residents = Columns.longs(bindings, NewBinding::resident);
        return connections
                .pool()
                .withTransaction(connection -> connection
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(residents))
                        .compose(locked -> connection
                                .preparedQuery(SUPERSEDE)
                                .execute(Tuple.of(
                                        residents,
                                        BindingStatus.SUPERSEDED.number(),
                                        BindingStatus.ACTIVE.number(),
                                        BindingStatus.SUSPENDED.number())))
                        .compose(superseded -> add(connection, bindings, residents)));
    }

    Future<Void> setStatus(long binding, BindingStatus status) {
        return connections
                .pool()
                .preparedQuery("UPDATE binding SET status = $2 WHERE id = $1")
                .execute(Tuple.of(binding, status.number()))
                .compose(rows -> Rows.changed("binding", rows));
    }

    private static Future<List<Long>> add(SqlConnection connection, List<NewBinding> bindings, Long[] residents) {
        Tuple tuple = Tuple.of(
                BindingStatus.ACTIVE.number(),
                residents,
                Columns.longs(bindings, binding -> binding.keyId().value()),
                bindings.stream()
                        .map(binding -> Buffer.buffer(binding.key().point()))
                        .toArray(Buffer[]::new));
        return connection.preparedQuery(ADD).execute(tuple).map(rows -> {
            Map<Long, Long> byKey = new HashMap<>();
            rows.forEach(row -> byKey.put(row.getLong("key_id"), row.getLong("id")));
            List<Long> ids = new ArrayList<>(bindings.size());
            bindings.forEach(binding -> ids.add(byKey.get(binding.keyId().value())));
            return ids;
        });
    }
}
