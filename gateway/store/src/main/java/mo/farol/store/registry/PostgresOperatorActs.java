package mo.farol.store.registry;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.registry.OperatorAct;
import mo.farol.core.registry.OperatorActKind;
import mo.farol.core.registry.OperatorActs;
import mo.farol.store.connection.Connections;
import mo.farol.store.resident.StoredNumbers;

/** Operators' acts in PostgreSQL, where the gateway's role may add and read them and nothing else. */
public final class PostgresOperatorActs implements OperatorActs {
    private static final StoredNumbers<OperatorActKind> KINDS =
            new StoredNumbers<>(OperatorActKind.class, OperatorActKind::number);
    private static final String BEFORE = """
            SELECT id, at, operator, kind, object, institution FROM operator_act
            WHERE id < $1 ORDER BY id DESC LIMIT $2
            """;

    private static final String ADD = "INSERT INTO operator_act (operator, kind) VALUES ($1, $2)";

    private final Connections connections;

    public PostgresOperatorActs(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Future<Void> numberNotFound(OperatorCaller by) {
        return connections
                .ask(ADD, Tuple.of(by.pseudonym(), OperatorActKind.NUMBER_NOT_FOUND.number()))
                .mapEmpty();
    }

    @Override
    public Future<List<OperatorAct>> before(long before, int atMost) {
        return connections
                .ask(BEFORE, Tuple.of(before, atMost))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PostgresOperatorActs::act)
                        .toList());
    }

    private static OperatorAct act(Row row) {
        return new OperatorAct(
                row.getLong("id"),
                row.get(OffsetDateTime.class, "at").toInstant(),
                row.getString("operator"),
                KINDS.of(row.getInteger("kind")),
                row.getString("object"),
                row.getString("institution"));
    }
}
