package mo.farol.store.ticket;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.OnceKind;
import mo.farol.core.ticket.TicketLedger;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.SqlText;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;

/** One statement a request: the signature used up, the count raised, the binding read again, in one commit. */
public final class PostgresTicketLedger implements TicketLedger {
    private static final String TAKE = SqlText.of(PostgresTicketLedger.class, "take.sql");
    private static final String HOLDER =
            "SELECT id, key_id, public_key FROM binding WHERE handle = $1 AND resident = $2";

    private final Connections connections;

    public PostgresTicketLedger(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Future<Optional<Holder>> holder(long resident, UUID binding) {
        return connections.ask(HOLDER, Tuple.of(binding, resident)).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            return found.hasNext() ? Optional.of(holder(found.next())) : Optional.empty();
        });
    }

    private static Holder holder(Row row) {
        return new Holder(
                row.getLong("id"),
                new BindingKeyId(row.getLong("key_id")),
                BindingPublicKey.of(row.getBuffer("public_key").getBytes()));
    }

    @Override
    public Future<Taken> take(Demand demand) {
        Tuple tuple = Tuple.tuple()
                .addLong(demand.binding())
                .addInteger(OnceKind.TICKET_REQUEST.number())
                .addBuffer(Buffer.buffer(demand.signed()))
                .addOffsetDateTime(demand.forgetAfter().atOffset(ZoneOffset.UTC))
                .addLocalDate(demand.day())
                .addInteger(demand.count())
                .addInteger(demand.perDay());
        return connections.ask(TAKE, tuple).map(rows -> taken(rows.iterator().next(), demand));
    }

    private static Taken taken(Row row, Demand demand) {
        if (row.getLong("active") == 0) {
            return new Taken.NotActive();
        }
        if (row.getLong("used") == 0) {
            return new Taken.UsedBefore();
        }
        Integer given = row.getInteger("given");
        return given == null ? new Taken.NoneLeft() : new Taken.Some(row.getInteger("latest"), demand.perDay() - given);
    }
}
