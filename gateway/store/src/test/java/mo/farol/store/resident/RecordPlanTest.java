package mo.farol.store.resident;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.SqlText;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordPlanTest {
    private static final int RECORDS = 100_000;
    private static final int RESIDENTS = 500;
    private static final int PAGE = 20;

    /** Over 180 days up to now: in months' tables, and in the one for what no month has. */
    private static final String FILL = """
            INSERT INTO access_record (kind, attempt, at, resident, binding, institution, terminal, purpose,
                                       policy_version, requested, released, withheld, outcome, request_hash, salt)
            SELECT 1, (lpad(to_hex(ms), 12, '0') || '7' || lpad(to_hex(n %% 4096), 3, '0') || '8'
                       || lpad(to_hex(n), 15, '0'))::uuid,
                   to_timestamp(ms / 1000), n %% %2$d + 1, n %% %2$d + 1, 1, 1, 1, 1, 15, 15, 0, 1, '\\x00', '\\x00'
            FROM generate_series(1, %1$d) AS n,
                 LATERAL (SELECT (extract(epoch FROM now() - (%1$d - n) * interval '155 seconds') * 1000)::bigint) t(ms)
            """.formatted(RECORDS, RESIDENTS);

    @ParameterizedTest
    @MethodSource("mo.farol.store.testing.TestServer#all")
    void readsAPageByTheResidentsIndexAndNoMoreThanItShows(TestServer server) {
        Vertx vertx = Vertx.vertx();
        try (TestDatabase database = TestDatabase.create(server)) {
            database.execute(FILL);
            database.execute("ANALYZE");
            assertThat(database.number("SELECT count(*) FROM access_record")).isEqualTo(RECORDS);
            Listing first = Listing.of(Optional.empty(), PAGE);
            List<String> page =
                    explain(vertx, database, RecordPages.SQL, RecordPages.tuple(new Long[] {7L, 8L}, first));
            assertThat(reads(page)).isNotEmpty().allMatch(line -> line.contains("_resident_attempt_idx"));
            assertThat(page).noneMatch(line -> line.contains("Rows Removed"));
            assertThat(rowsRead(page)).isBetween(2L * PAGE, 2L * (PAGE + 1) * 6);
            List<String> eids =
                    explain(vertx, database, SqlText.of(EidReader.class, "eids.sql"), Tuple.of(new Long[] {7L, 8L}));
            assertThat(reads(eids)).isNotEmpty().allMatch(line -> line.contains("_resident_attempt_idx"));
        }
        World.await(vertx.close());
    }

    /** The lines that say how a table of access records is read. */
    private static List<String> reads(List<String> plan) {
        return plan.stream()
                .filter(line -> line.contains(" on access_record_") && line.contains("Scan"))
                .filter(line -> !line.contains("Bitmap Index"))
                .toList();
    }

    private static long rowsRead(List<String> plan) {
        return reads(plan).stream()
                .filter(line -> line.contains("rows="))
                .mapToLong(line -> (long) (Double.parseDouble(line.replaceAll(".*rows=([0-9.]+) loops=.*", "$1"))
                        * Double.parseDouble(line.replaceAll(".*loops=([0-9]+).*", "$1"))))
                .sum();
    }

    /** As the gateway plans, but free to read a whole table if that looked cheaper. */
    private static List<String> explain(Vertx vertx, TestDatabase database, String sql, Tuple tuple) {
        PgConnection connection = World.await(PgConnection.connect(
                vertx, Connections.options(database.config()).addProperty("enable_seqscan", "on")));
        List<String> plan = World.await(connection
                .preparedQuery("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + sql)
                .execute(tuple)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map((Row row) -> row.getString(0))
                        .toList()));
        World.await(connection.close());
        return plan;
    }
}
