package mo.farol.store.binding;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.CounterCase;
import mo.farol.core.binding.CounterCases;
import mo.farol.store.connection.Connections;

/** Counter cases in PostgreSQL. */
public final class PostgresCounterCases implements CounterCases {
    private static final String ADD = """
            INSERT INTO counter_case (id, challenge, resident, actor, opened_by, reason, expires)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (id) DO NOTHING
            """;
    private static final String FIND = """
            SELECT id, challenge, resident, actor, opened_by, reason, expires FROM counter_case WHERE id = $1
            """;

    private final Connections connections;

    public PostgresCounterCases(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Future<Void> add(CounterCase opened) {
        Tuple tuple = Tuple.tuple()
                .addUUID(opened.id())
                .addUUID(opened.challenge())
                .addLong(opened.resident())
                .addLong(opened.actor())
                .addString(opened.openedBy())
                .addString(opened.reason())
                .addOffsetDateTime(opened.expires().atOffset(ZoneOffset.UTC));
        return connections.ask(ADD, tuple).mapEmpty();
    }

    @Override
    public Future<Optional<CounterCase>> find(UUID id) {
        return connections.ask(FIND, Tuple.of(id)).map(rows -> Only.of(rows).map(PostgresCounterCases::counterCase));
    }

    private static CounterCase counterCase(Row row) {
        return new CounterCase(
                row.getUUID("id"),
                row.getUUID("challenge"),
                row.getLong("resident"),
                row.getLong("actor"),
                row.getString("opened_by"),
                row.getString("reason"),
                row.get(OffsetDateTime.class, "expires").toInstant());
    }
}
