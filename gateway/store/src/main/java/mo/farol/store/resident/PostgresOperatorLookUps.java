package mo.farol.store.resident;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.registry.IdNumber;
import mo.farol.core.resident.EidView;
import mo.farol.core.resident.OperatorLookUps;
import mo.farol.store.atrest.NumberIndex;
import mo.farol.store.connection.Connections;

/** Look-ups by operators: what was read is recorded, and only then shown. */
public final class PostgresOperatorLookUps implements OperatorLookUps {
    private static final String FIND = "SELECT id FROM resident WHERE number_index = $1";

    private final Connections connections;
    private final NumberIndex index;
    private final People people;
    private final EidReader eids;
    private final LookUpRecords records;

    PostgresOperatorLookUps(
            Connections connections, NumberIndex index, People people, EidReader eids, LookUpRecords records) {
        this.connections = connections;
        this.index = index;
        this.people = people;
        this.eids = eids;
        this.records = records;
    }

    @Override
    public Future<Optional<EidView>> find(IdNumber number, String operator, String reason, UUID attempt) {
        if (reason.isBlank() || operator.isBlank() || (reason + operator).indexOf('\0') >= 0) {
            return Future.failedFuture(new IllegalArgumentException("a look-up needs an operator and a reason"));
        }
        return row(number).compose(this::read).compose(found -> {
            LookUp lookUp = found.map(eid -> new LookUp(attempt, eid.row(), shown(eid), operator, reason))
                    .orElseGet(() -> new LookUp(attempt, LookUp.NOBODY, FieldSet.NONE, operator, reason));
            return records.add(lookUp).map(found);
        });
    }

    private static FieldSet shown(EidView eid) {
        return FieldSet.of(eid.names().keySet()).or(FieldSet.of(Field.ID_NUMBER));
    }

    private Future<Optional<Long>> row(IdNumber number) {
        return connections
                .ask(FIND, Tuple.of(Buffer.buffer(index.of(number))))
                .map(rows ->
                        Listing.all(rows, row -> row.getLong("id")).stream().findFirst());
    }

    private Future<Optional<EidView>> read(Optional<Long> row) {
        if (row.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return people.only(row.get(), Person.NAMES)
                .compose(person -> eids.eids(person, row.get()))
                .map(List::stream)
                .map(found -> found.findFirst());
    }
}
