package mo.farol.store.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mo.farol.core.accesslog.AccessLog;
import mo.farol.core.accesslog.CanonicalRecord;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.accesslog.RecordedEntry;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Refusal;
import mo.farol.store.Store;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class AccessLogTest {
    private final Vertx vertx = Vertx.vertx();
    private final TestServer server;
    private TestDatabase database;
    private Store store;
    private World world;
    private Person person;

    AccessLogTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.create(server);
        store = World.await(Store.open(vertx, database.config()));
        world = World.in(store, 3);
        person = world.person();
    }

    @AfterEach
    void close() {
        World.await(store.close());
        World.await(vertx.close());
        database.close();
    }

    @Test
    void recordsARefusalAndFindsItForItsInstitutionOnly() {
        Circumstances asked = asked(1, "counter 3");
        RecordedEntry entry = record(Refusal.WRONG_CODE_TYPE, asked);
        assertThat(entry.id()).isEqualTo(asked.attempt());
        assertThat(entry.outcome()).isEqualTo("refused");
        assertThat(entry.code()).isEqualTo("wrong_code_type");
        assertThat(World.await(store.accessLog().find(entry.id(), world.institution())))
                .hasValueSatisfying(
                        found -> assertThat(found).usingRecursiveComparison().isEqualTo(entry));
        assertThat(World.await(store.accessLog().find(entry.id(), world.institution() + 1)))
                .isEmpty();
        assertThat(World.await(store.accessLog().find(UUID.randomUUID(), world.institution())))
                .isEmpty();
    }

    @Test
    void findsAnAcceptanceAsItWasAnswered() {
        Decision.Accepted accepted =
                (Decision.Accepted) World.await(store.arbiter().redeem(world.redemption(person, world.code(person))));
        assertThat(World.await(store.accessLog().find(accepted.entry().id(), world.institution())))
                .hasValueSatisfying(
                        found -> assertThat(found).usingRecursiveComparison().isEqualTo(accepted.entry()));
    }

    @Test
    void recordsTheSameAttemptOnce() {
        Circumstances asked = asked(1, null);
        RecordedEntry first = record(Refusal.EXPIRED, asked);
        assertThat(record(Refusal.EXPIRED, asked)).usingRecursiveComparison().isEqualTo(first);
        assertThat(database.number("SELECT count(*) FROM access_record")).isOne();
    }

    @Test
    void countsRepeatsInOneRecord() {
        World.await(store.accessLog().recordRepeats(person.keyId(), Refusal.ALREADY_USED, asked(1, null), 17));
        assertThat(database.number("SELECT tries FROM access_record")).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "back\\slash \\x41 \\\\", "關閘 🚪", "quote ' and \" and \n", "\\"})
    void theDatabaseComputesTheLeafThatTheCanonicalRecordHas(String text) throws SQLException {
        RecordedEntry entry = record(Refusal.CARD_EXPIRED, asked(1, text));
        World.await(store.arbiter().redeem(world.redemption(person, world.code(person))));
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT *, xact::text::bigint AS xid FROM access_record")) {
            List<byte[]> leaves = new ArrayList<>();
            while (row.next()) {
                assertThat(canonical(row).leaf(row.getBytes("salt"))).isEqualTo(row.getBytes("leaf"));
                leaves.add(row.getBytes("leaf"));
            }
            assertThat(leaves).hasSize(2).contains(entry.leafHash());
        }
    }

    @Test
    void servesTheNeighboursOfARowThatPostgresRejects() {
        List<Future<RecordedEntry>> recorded = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String place = i == 5 ? "zero \0" : "counter";
            recorded.add(store.accessLog().recordRefusal(person.keyId(), Refusal.EXPIRED, asked(i, place)));
        }
        assertThatThrownBy(() -> World.await(recorded.remove(5))).hasCauseInstanceOf(AccessLog.Unavailable.class);
        recorded.forEach(World::await);
        assertThat(database.number("SELECT count(*) FROM access_record")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE access_record SET outcome = 1",
                "DELETE FROM access_record",
                "TRUNCATE access_record",
                "UPDATE redemption SET void = false",
                "DELETE FROM redemption",
                "DROP TABLE redemption",
                "ALTER TABLE access_record DISABLE TRIGGER ALL",
                "CREATE TABLE farol.own (a int)",
                "UPDATE arbiter SET code_floor = code_floor - 1",
                "INSERT INTO access_record_default SELECT * FROM access_record"
            })
    void theApplicationsRoleCannot(String statement) throws SQLException {
        record(Refusal.EXPIRED, asked(1, null));
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), "farol_app", "");
                Statement attempted = connection.createStatement()) {
            assertThatThrownBy(() -> attempted.execute(statement)).isInstanceOf(SQLException.class);
        }
    }

    private RecordedEntry record(Refusal refusal, Circumstances asked) {
        return World.await(store.accessLog().recordRefusal(person.keyId(), refusal, asked));
    }

    private Circumstances asked(long request, @org.jspecify.annotations.Nullable String place) {
        return world.circumstances(world.terminal(), request, place);
    }

    private static CanonicalRecord canonical(ResultSet row) throws SQLException {
        return new CanonicalRecord(
                row.getInt("format"),
                row.getInt("kind"),
                row.getObject("attempt", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                CanonicalRecord.subject(
                        row.getObject("subject_salt", UUID.class), row.getLong("resident"), row.getLong("binding")),
                row.getLong("institution"),
                row.getLong("terminal"),
                row.getLong("purpose"),
                row.getLong("policy_version"),
                row.getInt("requested"),
                row.getInt("released"),
                row.getInt("withheld"),
                row.getInt("outcome"),
                row.getInt("why"),
                row.getInt("tries"),
                row.getBytes("request_hash"),
                row.getLong("xid"),
                row.getString("staff"),
                row.getString("place"),
                row.getString("lane"),
                row.getString("reason"));
    }
}
