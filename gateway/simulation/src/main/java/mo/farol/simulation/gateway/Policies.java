package mo.farol.simulation.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.policy.Grant;
import mo.farol.core.policy.PolicyCatalogue;
import mo.farol.core.policy.Purpose;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.clock.Process;
import mo.farol.simulation.phone.Town;
import mo.farol.simulation.postgres.GrantLookUp;

/** The grants, at most three seconds old, as the store caches them: its own cache runs on the machine's clock. */
final class Policies implements PolicyCatalogue {
    private static final long MAXIMUM_AGE = 3 * Nanos.SECOND;
    private static final long ANSWER_TIMEOUT = 3 * Nanos.SECOND;

    private record Key(long institution, String purpose) {}

    private record Known(Optional<Grant> grant, long readAt) {}

    private final Process process;
    private final WallClock clock;
    private final Pool pool;
    private final Map<Key, Known> cache = new HashMap<>();

    Policies(Process process, WallClock clock, Pool pool) {
        this.process = process;
        this.clock = clock;
        this.pool = pool;
    }

    @Override
    public Future<Optional<Grant>> grant(long institution, String purpose) {
        Key key = new Key(institution, purpose);
        Known known = cache.get(key);
        if (known != null && clock.nanoTime() - known.readAt() < MAXIMUM_AGE) {
            return Future.succeededFuture(known.grant());
        }
        return Town.PURPOSES.stream()
                .filter(candidate -> candidate.name().equals(purpose))
                .findFirst()
                .map(found -> read(key, found))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    @Override
    public void forget(long institution, String purpose) {
        cache.remove(new Key(institution, purpose));
    }

    private Future<Optional<Grant>> read(Key key, Purpose purpose) {
        Promise<Optional<Grant>> answer = Promise.promise();
        process.post(ANSWER_TIMEOUT, () -> answer.tryFail(new ArbiterUnreachable("no answer")));
        pool.preparedQuery(GrantLookUp.SQL)
                .execute(Tuple.of(key.institution(), purpose.id()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> grant(key.institution(), purpose, row)))
                .onSuccess(grant -> {
                    cache.put(key, new Known(grant, clock.nanoTime()));
                    answer.tryComplete(grant);
                })
                .onFailure(cause -> answer.tryFail(new ArbiterUnreachable("not reached", cause)));
        return answer.future();
    }

    private static Grant grant(long institution, Purpose purpose, Row row) {
        return new Grant(institution, purpose, row.getLong("version"), new FieldSet(row.getInteger("fields")), null);
    }
}
