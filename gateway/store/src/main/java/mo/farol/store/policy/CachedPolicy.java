package mo.farol.store.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.StreamSupport;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.policy.Grant;
import mo.farol.core.policy.PolicyCatalogue;
import mo.farol.core.policy.Purpose;
import mo.farol.store.connection.Connections;
import mo.farol.token.CodeType;

/** Grants, at most a few seconds old. They are proposals: the redeeming statement compares the version. */
public final class CachedPolicy implements PolicyCatalogue {
    private static final Duration MAXIMUM_AGE = Duration.ofSeconds(3);
    private static final int MOST_GRANTS = 100_000;
    private static final int CLEARANCE = 2;
    private static final String SQL = """
            SELECT p.id, p.name, p.accepts, p.in_person, p.challenge_required, p.reason_required,
                   g.version, g.fields, CASE WHEN g.encrypt THEN i.encryption_key END AS encryption_key
            FROM purpose p
            JOIN purpose_grant g ON g.purpose = p.id AND g.institution = $1
            JOIN institution i ON i.id = g.institution
            WHERE p.name = $2 AND NOT g.withdrawn AND (NOT g.encrypt OR i.encryption_key IS NOT NULL)
            """;

    private final Connections connections;
    private final Cache<Key, Optional<Grant>> cache;

    public CachedPolicy(Connections connections, LongSupplier nanoTime) {
        this.connections = connections;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST_GRANTS)
                .expireAfterWrite(MAXIMUM_AGE)
                .ticker(nanoTime::getAsLong)
                .build();
    }

    @Override
    public Future<Optional<Grant>> grant(long institution, String purpose) {
        Key key = new Key(institution, purpose);
        Optional<Grant> known = cache.getIfPresent(key);
        if (known == null && purpose.indexOf('\0') >= 0) {
            return Future.succeededFuture(Optional.empty());
        }
        return known != null ? Future.succeededFuture(known) : read(key).onSuccess(grant -> cache.put(key, grant));
    }

    @Override
    public void forget(long institution, String purpose) {
        cache.invalidate(new Key(institution, purpose));
    }

    private Future<Optional<Grant>> read(Key key) {
        return connections
                .ask(SQL, Tuple.of(key.institution(), key.purpose()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> grant(key.institution(), row)));
    }

    private static Grant grant(long institution, Row row) {
        Purpose purpose = new Purpose(
                row.getLong("id"),
                row.getString("name"),
                row.getInteger("accepts") == CLEARANCE ? CodeType.CLEARANCE : CodeType.EID,
                row.getBoolean("in_person"),
                row.getBoolean("challenge_required"),
                row.getBoolean("reason_required"));
        return new Grant(
                institution,
                purpose,
                row.getLong("version"),
                new FieldSet(row.getInteger("fields")),
                row.getString("encryption_key"));
    }

    private record Key(long institution, String purpose) {}
}
