package mo.farol.store.upkeep;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import mo.farol.store.connection.Connections;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class UpkeepTest {
    private static final String DAYS =
            "SELECT count(*) FROM pg_inherits WHERE inhparent = 'farol.redemption'::regclass";
    private static final String FLOOR = "SELECT code_floor FROM arbiter";
    private static final String NOW = "SELECT extract(epoch FROM now())::bigint";

    private final Vertx vertx = Vertx.vertx();
    private final TestServer server;
    private TestDatabase database;
    private Connections connections;
    private Upkeep upkeep;

    UpkeepTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.create(server);
        connections = new Connections(vertx, database.config(), "upkeep", 2, 30);
        upkeep = new Upkeep(connections, InstantSource.system());
    }

    @AfterEach
    void close() {
        await(connections.close());
        await(vertx.close());
        database.close();
    }

    @Test
    void keepsSevenDaysAhead() {
        database.execute(
                "DO $$ BEGIN EXECUTE 'DROP TABLE redemption_' || to_char(current_date + 3, 'YYYYMMDD'); END $$");
        assertThat(database.number("SELECT redemption_days_ahead()")).isEqualTo(2);
        await(upkeep.run());
        assertThat(upkeep.daysAhead()).isEqualTo(7);
        assertThat(database.number("SELECT redemption_days_ahead()")).isEqualTo(7);
    }

    @Test
    void raisesTheFloorBeforeItDropsADay() {
        database.execute("SELECT create_redemption_day((current_date - 5)::date)");
        long days = database.number(DAYS);
        await(upkeep.run());
        assertThat(database.number(FLOOR)).isBetween(database.number(NOW) - 43_260, database.number(NOW) - 43_200);
        assertThat(database.number(DAYS)).isLessThan(days);
        assertThat(database.number("SELECT count(*) FROM pg_class WHERE relname = 'redemption_'"
                        + " || to_char(current_date, 'YYYYMMDD')"))
                .isOne();
    }

    @Test
    void dropsNothingThatIsNotWhollyBelowTheFloor() {
        long days = database.number(DAYS);
        assertThat(database.number("SELECT drop_redemptions_below_floor()")).isZero();
        assertThat(database.number(DAYS)).isEqualTo(days);
    }

    @Test
    void doesNotFollowAClockThatIsFarFromTheNodesOwn() {
        long floor = database.number(FLOOR);
        InstantSource behind = InstantSource.offset(InstantSource.system(), Duration.ofHours(-2));
        await(new Upkeep(connections, behind).run());
        assertThat(database.number(FLOOR)).isEqualTo(floor);
    }

    @Test
    void letsOneNodeWorkAtATime() throws SQLException {
        try (Connection other = database.superuser();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT upkeep_is_mine()");
            database.execute(
                    "DO $$ BEGIN EXECUTE 'DROP TABLE redemption_' || to_char(current_date + 6, 'YYYYMMDD'); END $$");
            await(upkeep.run());
            assertThat(database.number("SELECT redemption_days_ahead()")).isEqualTo(5);
            other.rollback();
        }
        await(Future.all(upkeep.run(), new Upkeep(connections, InstantSource.system()).run()));
        assertThat(database.number("SELECT redemption_days_ahead()")).isEqualTo(7);
    }

    @Test
    void theFloorNeverFalls() {
        assertThatThrownBy(() -> database.execute("UPDATE arbiter SET code_floor = code_floor - 1"))
                .hasMessageContaining("never falls");
        assertThatThrownBy(() -> database.execute("DELETE FROM arbiter")).hasMessageContaining("never falls");
    }

    @Test
    void forgetsAssertionsThatExpired() {
        database.execute("INSERT INTO client_assertion_used VALUES ('a', '\\x01', now() - interval '1 hour'),"
                + " ('a', '\\x02', now() + interval '1 minute')");
        await(upkeep.run());
        assertThat(database.number("SELECT count(*) FROM client_assertion_used"))
                .isOne();
    }

    @Test
    void forgetsWhatNobodyCanUseOrAskForAnyMoreAndKeepsTheRest() {
        String ids = "(SELECT n, gen_random_uuid() AS id, CASE WHEN n <= 1500 THEN now() - interval '25 hours'"
                + " ELSE now() - interval '23 hours' END AS late FROM generate_series(1, 2000) n) s";
        database.execute("INSERT INTO binding_challenge SELECT id, 1, 1, '\\x', sha256('a'), n,"
                + " decode(repeat('04', 65), 'hex'), '\\x', null, late FROM " + ids);
        database.execute("INSERT INTO kiosk_number SELECT id, 1, 1, sha256('a'), 0, late, late FROM " + ids);
        database.execute("INSERT INTO counter_case SELECT id, id, 1, 1, 'a', 'b', late FROM " + ids);
        // Used or not, once it is over by ten minutes.
        database.execute(
                "INSERT INTO terminal_challenge SELECT id, 1, 1, late + interval '1 day' - interval '10 minutes',"
                        + " sha256(uuid_send(id)), sha256('a'), 'a', CASE WHEN n % 2 = 0 THEN id END FROM " + ids);
        database.execute("INSERT INTO used_once SELECT 1, uuid_send(id), late + interval '1 day' FROM " + ids);
        database.execute("INSERT INTO eid_request SELECT sha256(uuid_send(id)), sha256('a'), id,"
                + " late - interval '60 days' FROM " + ids);
        database.execute("INSERT INTO ticket_count SELECT current_date - CASE WHEN n <= 1500 THEN 4 ELSE 1 END, n, 1, 1"
                + " FROM " + ids);
        await(upkeep.run());
        for (String table : List.of(
                "binding_challenge",
                "kiosk_number",
                "counter_case",
                "terminal_challenge",
                "used_once",
                "ticket_count",
                "eid_request")) {
            assertThat(database.number("SELECT count(*) FROM " + table))
                    .as(table)
                    .isEqualTo(500);
        }
    }

    @Test
    void recordsWhatANodeWithAWrongWallClockSends() {
        String insert = "INSERT INTO access_record (kind, attempt, at, institution, terminal, purpose, policy_version,"
                + " requested, released, withheld, outcome, request_hash, salt) VALUES (1, '%s-0000-7000-8000-%012d',"
                + " now(), 0, 0, 0, 0, 0, 0, 0, 1, '\\x00', '\\x00')";
        database.execute(String.format(java.util.Locale.ROOT, insert, "00000000", 1));
        database.execute(String.format(java.util.Locale.ROOT, insert, "7fffffff", 2));
        assertThat(database.number("SELECT count(*) FROM access_record_default"))
                .isEqualTo(2);
        await(upkeep.run());
    }
}
