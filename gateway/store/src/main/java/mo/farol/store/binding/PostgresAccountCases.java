package mo.farol.store.binding;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.AccountCase;
import mo.farol.core.binding.AccountCases;
import mo.farol.core.binding.AccountName;
import mo.farol.store.connection.Connections;

/** Account cases in PostgreSQL. */
public final class PostgresAccountCases implements AccountCases {
    private static final String ADD = """
            INSERT INTO account_case (id, account, issuer, resident, opened_by, reason, expires)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (id) DO NOTHING
            """;
    private static final String FIND = """
            SELECT id, account, issuer, resident, opened_by, reason, expires FROM account_case WHERE id = $1
            """;

    private final Connections connections;

    public PostgresAccountCases(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Future<Void> add(AccountCase opened) {
        Tuple tuple = Tuple.tuple()
                .addUUID(opened.id())
                .addValue(Buffer.buffer(opened.account().account()))
                .addValue(Buffer.buffer(opened.account().issuer()))
                .addLong(opened.resident())
                .addString(opened.openedBy())
                .addString(opened.reason())
                .addOffsetDateTime(opened.expires().atOffset(ZoneOffset.UTC));
        return connections.ask(ADD, tuple).mapEmpty();
    }

    @Override
    public Future<Optional<AccountCase>> find(UUID id) {
        return connections.ask(FIND, Tuple.of(id)).map(rows -> Only.of(rows).map(PostgresAccountCases::accountCase));
    }

    private static AccountCase accountCase(Row row) {
        return new AccountCase(
                row.getUUID("id"),
                new AccountName(
                        row.getBuffer("account").getBytes(),
                        row.getBuffer("issuer").getBytes()),
                row.getLong("resident"),
                row.getString("opened_by"),
                row.getString("reason"),
                row.get(OffsetDateTime.class, "expires").toInstant());
    }
}
