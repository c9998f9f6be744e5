package mo.farol.store.upkeep;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import mo.farol.store.connection.Connections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the days ahead, the floor behind, and forgets what has expired. Every node may run it: the database's advisory
 * lock lets one work at a time.
 */
public final class Upkeep {
    /** Redemption days that exist ahead of today. */
    public static final int DAYS_AHEAD = 7;

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /** Behind the time by less than a day, because the search for a newer redemption spans a day. */
    private static final Duration FLOOR_BEHIND = Duration.ofHours(12);

    private static final Duration CLOCKS_AGREE = Duration.ofHours(1);
    private static final String TIME_AND_DAYS = """
            SELECT clock_timestamp() AS now, redemption_days_ahead() AS days
            """;
    private static final String RAISE = "UPDATE arbiter SET code_floor = $1 WHERE code_floor < $1";
    private static final String PURGE = """
            DELETE FROM client_assertion_used WHERE (client, jti_hash) IN (
                SELECT client, jti_hash FROM client_assertion_used
                WHERE expires < now() - interval '5 minutes' ORDER BY expires LIMIT 5000)
            """;

    private final Connections connections;
    private final InstantSource wallClock;
    private final Forgetting forgetting;
    private volatile int daysAhead = -1;

    /** @param wallClock only to notice that the database's clock is far off, before the floor follows it */
    public Upkeep(Connections connections, InstantSource wallClock) {
        this.connections = connections;
        this.wallClock = wallClock;
        this.forgetting = new Forgetting(connections);
    }

    /** Days ahead that have their partition, as last seen; below zero before the first run. */
    public int daysAhead() {
        return daysAhead;
    }

    /** One round: days ahead first, then the floor, committed before old days are dropped, then the purges. */
    public Future<Void> run() {
        return connections
                .pool()
                .preparedQuery("SELECT create_partitions($1)")
                .execute(Tuple.of(DAYS_AHEAD))
                .compose(made -> raiseFloor())
                .compose(raised -> connections
                        .pool()
                        .preparedQuery("SELECT drop_redemptions_below_floor()")
                        .execute())
                .compose(dropped -> connections.pool().preparedQuery(PURGE).execute())
                .compose(purged -> forgetting.run());
    }

    private Future<RowSet<Row>> raiseFloor() {
        return connections.pool().preparedQuery(TIME_AND_DAYS).execute().compose(rows -> {
            Row row = rows.iterator().next();
            daysAhead = row.getInteger("days");
            OffsetDateTime now = row.get(OffsetDateTime.class, "now");
            // The floor never falls, so it must not follow a clock that leapt ahead.
            Duration apart = Duration.between(wallClock.instant(), now).abs();
            if (apart.compareTo(CLOCKS_AGREE) > 0) {
                LOG.error("ALARM the database's clock and this node's are {} apart: the code floor stays", apart);
                return Future.succeededFuture();
            }
            long floor = now.minus(FLOOR_BEHIND).toEpochSecond();
            return connections.pool().preparedQuery(RAISE).execute(Tuple.of(floor));
        });
    }
}
