package mo.farol.store.resident;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import mo.farol.core.resident.Accounts;
import mo.farol.store.atrest.AccountIndex;
import mo.farol.store.connection.Connections;

/** The links. One that was found is kept for a while, because it never changes its owner; one that was not is not. */
public final class PostgresAccounts implements Accounts {
    private static final Duration MAXIMUM_AGE = Duration.ofSeconds(60);
    private static final int MOST_LINKS = 200_000;
    private static final String FIND = "SELECT resident FROM resident_account WHERE account = $1";
    private static final String LINK = """
            INSERT INTO resident_account (account, resident) SELECT $1, id FROM resident WHERE id = $2
            ON CONFLICT (account) DO NOTHING
            """;

    private final Connections connections;
    private final AccountIndex index;
    private final Cache<ByteBuffer, Long> links = Caffeine.newBuilder()
            .maximumSize(MOST_LINKS)
            .expireAfterWrite(MAXIMUM_AGE)
            .build();

    public PostgresAccounts(Connections connections, AccountIndex index) {
        this.connections = connections;
        this.index = index;
    }

    @Override
    public Future<Optional<Long>> residentOf(String issuer, String subject) {
        byte[] account = index.of(issuer, subject);
        ByteBuffer key = ByteBuffer.wrap(account);
        Long known = links.getIfPresent(key);
        return known != null
                ? Future.succeededFuture(Optional.of(known))
                : find(account).onSuccess(found -> found.ifPresent(resident -> links.put(key, resident)));
    }

    @Override
    public Future<Void> link(String issuer, String subject, long resident) {
        byte[] account = index.of(issuer, subject);
        // Whoever comes first inserts; only a later statement is sure to see who that was.
        return connections
                .ask(LINK, Tuple.of(Buffer.buffer(account), resident))
                .compose(linked -> find(account))
                .compose(owner -> {
                    if (owner.isEmpty()) {
                        return Future.failedFuture(new IllegalArgumentException("no such resident"));
                    }
                    return owner.get() == resident
                            ? Future.succeededFuture()
                            : Future.failedFuture(new LinkedToAnother());
                });
    }

    private Future<Optional<Long>> find(byte[] account) {
        return connections
                .ask(FIND, Tuple.of(Buffer.buffer(account)))
                .map(rows -> Listing.all(rows, row -> row.getLong("resident")).stream()
                        .findFirst());
    }
}
