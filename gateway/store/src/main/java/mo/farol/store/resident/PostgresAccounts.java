package mo.farol.store.resident;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import mo.farol.core.binding.AccountName;
import mo.farol.core.resident.Accounts;
import mo.farol.store.atrest.AccountIndex;
import mo.farol.store.connection.Connections;

/** The links. None is kept in memory: whose was ended opens nothing from the next request on, at any gateway. */
public final class PostgresAccounts implements Accounts {
    private static final String FIND = "SELECT resident FROM resident_account WHERE account = $1 AND linked";
    private static final String LINK = """
            INSERT INTO resident_account (account, resident, issuer)
            SELECT $1::bytea, id, $3::bytea FROM resident
            WHERE id = $2 AND NOT EXISTS (SELECT FROM resident_account WHERE account = $1::bytea)
            ON CONFLICT DO NOTHING
            """;

    private final Connections connections;
    private final AccountIndex index;

    public PostgresAccounts(Connections connections, AccountIndex index) {
        this.connections = connections;
        this.index = index;
    }

    @Override
    public AccountName name(String issuer, String subject) {
        return new AccountName(index.of(issuer, subject), index.of(issuer));
    }

    @Override
    public Future<Optional<Long>> ownerOf(AccountName account) {
        return connections
                .ask(FIND, Tuple.of(Buffer.buffer(account.account())))
                .map(rows -> Listing.all(rows, row -> row.getLong("resident")).stream()
                        .findFirst());
    }

    @Override
    public Future<Void> link(String issuer, String subject, long resident) {
        AccountName account = name(issuer, subject);
        // Whoever comes first inserts; only a later statement is sure to see who that was.
        return connections
                .ask(LINK, Tuple.of(Buffer.buffer(account.account()), resident, Buffer.buffer(index.of(issuer))))
                .compose(linked -> ownerOf(account))
                .compose(owner -> {
                    if (owner.isEmpty()) {
                        return Future.failedFuture(new IllegalArgumentException("no such resident"));
                    }
                    return owner.get() == resident
                            ? Future.succeededFuture()
                            : Future.failedFuture(new LinkedToAnother());
                });
    }
}
