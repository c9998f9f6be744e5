package mo.farol.store.binding;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.Eids;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.IdNumber;
import mo.farol.store.atrest.NumberIndex;
import mo.farol.store.atrest.Opening;
import mo.farol.store.connection.Connections;

/** E-IDs as they stand, read without a lock. */
public final class PostgresEids implements Eids {
    private static final String NUMBER = """
            SELECT r.id, r.wrapped_key, f.sealed
            FROM resident r JOIN resident_field f ON f.resident = r.id AND f.field = 8
            WHERE r.id = $1
            """;
    private static final String BY_NUMBER = "SELECT id FROM resident WHERE number_index = $1";

    private final Connections connections;
    private final Opening opening;
    private final EidReader reader;
    private final NumberIndex index;

    public PostgresEids(Connections connections, Opening opening, NumberIndex index) {
        this.connections = connections;
        this.opening = opening;
        this.reader = new EidReader(opening);
        this.index = index;
    }

    @Override
    public Future<Optional<Eid>> byHandle(UUID eid) {
        return find(EidReader.byHandle(eid));
    }

    @Override
    public Future<Optional<Eid>> byBinding(UUID binding) {
        return find(EidReader.byBinding(binding));
    }

    @Override
    public Future<Optional<Eid>> byRow(long resident) {
        return find(EidReader.byRow(resident, null));
    }

    @Override
    public Future<Optional<IdNumber>> numberOf(long resident) {
        return connections
                .ask(NUMBER, Tuple.of(resident))
                .map(rows -> Only.of(rows).flatMap(this::number));
    }

    @Override
    public Future<Optional<Long>> rowOf(IdNumber number) {
        return connections
                .ask(BY_NUMBER, Tuple.of(Buffer.buffer(index.of(number))))
                .map(rows -> Only.of(rows).map(row -> row.getLong("id")));
    }

    private Future<Optional<Eid>> find(Tuple by) {
        return connections
                .ask(EidReader.SQL, by)
                .map(rows -> Only.of(rows).map(row -> reader.read(row).eid()));
    }

    private Optional<IdNumber> number(Row row) {
        byte[] wrappedKey = row.getBuffer("wrapped_key").getBytes();
        byte[] sealed = row.getBuffer("sealed").getBytes();
        return opening.field(row.getLong("id"), wrappedKey, Field.ID_NUMBER, sealed)
                .flatMap(IdNumber::parse);
    }
}
