package mo.farol.store.arbiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import mo.farol.core.verification.Redemption;
import mo.farol.store.connection.Connections;
import mo.farol.store.testing.Plans;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedeemingPlanTest {
    /** Two look-ups touch a code's own day; the one for newer codes may touch the next day as well. */
    private static final int PARTITIONS_TOUCHED = 3;

    @ParameterizedTest
    @MethodSource("mo.farol.store.testing.TestServer#all")
    void readsByIndexAndTouchesTheDaysOfTheCodeOnly(TestServer server) {
        Vertx vertx = Vertx.vertx();
        try (TestDatabase database = TestDatabase.create(server);
                Node node = new Node(database.config())) {
            World world = World.in(node.store(), 51);
            List<Redemption> batch = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                World.Person person = world.person();
                batch.add(world.redemption(person, world.code(person)));
            }
            List<String> plan = explain(vertx, database, batch);
            // Codes that answer no challenge pay nothing for those that do.
            assertThat(plan)
                    .filteredOn(line -> line.contains("terminal_challenge") && line.contains("Scan"))
                    .hasSize(3)
                    .allMatch(line -> line.contains("never executed"));
            assertThat(plan).filteredOn(line -> line.contains("Seq Scan")).isEmpty();
            assertThat(Plans.wholeIndexes(plan)).isEmpty();
            assertThat(plan).anyMatch(line -> line.contains("institution_seen_pkey"));
            List<String> days = plan.stream()
                    .filter(line -> line.contains("on redemption_"))
                    .toList();
            assertThat(days).hasSizeGreaterThan(10);
            assertThat(days.stream().filter(line -> !line.contains("never executed")))
                    .hasSizeBetween(2, PARTITIONS_TOUCHED);
        }
        World.await(vertx.close());
    }

    @ParameterizedTest
    @MethodSource("mo.farol.store.testing.TestServer#all")
    void looksAChallengeUpByItsKeyAlsoWhenThereAreMany(TestServer server) {
        Vertx vertx = Vertx.vertx();
        try (TestDatabase database = TestDatabase.create(server);
                Node node = new Node(database.config())) {
            World world = World.in(node.store(), 52);
            ShownChallenges shown = new ShownChallenges(node, world);
            database.execute(
                    "INSERT INTO terminal_challenge SELECT gen_random_uuid(), 1, 1, now(), sha256(n::text::bytea),"
                            + " sha256('a'), 'EIDC1:' FROM generate_series(1, 20000) n");
            database.execute("ANALYZE terminal_challenge");
            List<Redemption> batch = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                batch.add(shown.answer(world.person(), shown.show()));
            }
            List<String> plan = explain(vertx, database, batch);
            assertThat(plan).filteredOn(line -> line.contains("Seq Scan")).isEmpty();
            assertThat(Plans.wholeIndexes(plan)).isEmpty();
            assertThat(plan)
                    .filteredOn(line -> line.contains("terminal_challenge_pkey"))
                    .hasSize(3)
                    .allMatch(line -> line.contains("loops=5"));
            assertThat(database.number("SELECT count(*) FROM terminal_challenge WHERE used_by IS NOT NULL"))
                    .isEqualTo(5);
        }
        World.await(vertx.close());
    }

    private static List<String> explain(Vertx vertx, TestDatabase database, List<Redemption> batch) {
        PgConnection connection = World.await(PgConnection.connect(vertx, Connections.options(database.config())));
        RedeemingStatement statement = new RedeemingStatement(database.config());
        List<String> plan = World.await(connection
                .preparedQuery("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + RedeemingStatement.SQL)
                .execute(statement.tuple(batch))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map((Row row) -> row.getString(0))
                        .toList()));
        World.await(connection.close());
        return plan;
    }
}
