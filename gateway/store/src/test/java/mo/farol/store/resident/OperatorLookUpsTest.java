package mo.farol.store.resident;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.accesslog.RecordKind;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.registry.IdNumber;
import mo.farol.core.resident.AccessRecordView;
import mo.farol.core.resident.EidView;
import mo.farol.core.resident.OperatorLookUps;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.store.Store;
import mo.farol.store.testing.OpenTown;
import mo.farol.store.testing.Proxy;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.Town;
import mo.farol.store.testing.Town.Person;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class OperatorLookUpsTest {
    private static final IdNumber NOBODYS = new IdNumber("7999999(9)");
    private static final String RECORDS = "SELECT count(*) FROM access_record";

    private final TestServer server;
    private OpenTown open;
    private Town town;
    private OperatorLookUps lookUps;
    private Person person;

    OperatorLookUpsTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        open = new OpenTown(server);
        town = open.town();
        lookUps = open.store().operatorLookUps();
        person = town.adult();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void findsByTheExactNumberAndTheResidentSeesWhoAsked() {
        town.bind(person, "Phone", "Maker");
        UUID attempt = attempt();
        EidView found = await(lookUps.find(person.number(), "op-1", "lost phone at counter 2", attempt))
                .orElseThrow();
        assertThat(found.id()).isEqualTo(person.handle());
        assertThat(found.names()).containsEntry(Field.SURNAME_ZH, person.field(Field.SURNAME_ZH));
        assertThat(found.binding()).isNotNull();
        AccessRecordView seen = await(open.store()
                        .residentViews()
                        .accessRecords(person.row(), Optional.empty(), Optional.empty(), 10))
                .items()
                .getFirst();
        assertThat(seen.id()).isEqualTo(attempt);
        assertThat(seen.eid()).isEqualTo(person.handle());
        assertThat(seen.kind()).isEqualTo(RecordKind.OPERATOR_LOOK_UP);
        assertThat(seen.institution()).isEqualTo(OperatorLookUps.BUREAU);
        assertThat(seen.terminal()).isEqualTo("operator_console");
        assertThat(seen.purpose()).isEqualTo("operator_look_up");
        assertThat(seen.staff()).isEqualTo("op-1");
        assertThat(seen.reason()).isEqualTo("lost phone at counter 2");
        assertThat(seen.outcome()).isEqualTo("verified");
        assertThat(seen.code()).isNull();
        assertThat(seen.released())
                .isEqualTo(seen.requested())
                .isEqualTo(FieldSet.of(
                        Field.SURNAME_ZH,
                        Field.GIVEN_NAMES_ZH,
                        Field.SURNAME_PT,
                        Field.GIVEN_NAMES_PT,
                        Field.ID_NUMBER));
        assertThat(seen.leafHash()).hasSize(32);
    }

    @Test
    void recordsOnlyTheNamesThatWereThereToBeShown() {
        Map<Field, String> fields = new EnumMap<>(person.fields());
        fields.put(Field.ID_NUMBER, "1888888(8)");
        fields.remove(Field.SURNAME_ZH);
        fields.remove(Field.GIVEN_NAMES_ZH);
        Person foreigner = town.person(fields, false);
        await(lookUps.find(foreigner.number(), "op-1", "enquiry", attempt()));
        assertThat(town.number("SELECT released FROM access_record WHERE resident = " + foreigner.row()))
                .isEqualTo(FieldSet.of(Field.SURNAME_PT, Field.GIVEN_NAMES_PT, Field.ID_NUMBER)
                        .mask());
        assertThat(town.number("SELECT withheld FROM access_record WHERE resident = " + foreigner.row()))
                .isEqualTo(FieldSet.of(Field.SURNAME_ZH, Field.GIVEN_NAMES_ZH).mask());
    }

    @Test
    void recordsAnUnknownNumberWithoutNamingAnybody() {
        UUID attempt = attempt();
        assertThat(await(lookUps.find(NOBODYS, "op-1", "enquiry", attempt))).isEmpty();
        assertThat(town.text("SELECT resident || ' ' || binding || ' ' || released || ' ' || outcome || ' ' || staff"
                        + " FROM access_record WHERE attempt = '" + attempt + "'"))
                .isEqualTo("0 0 0 3 op-1");
    }

    @Test
    void showsNothingThatIsNotRecorded() {
        open.database().execute("REVOKE INSERT ON access_record FROM farol_app");
        assertThatThrownBy(() -> await(lookUps.find(person.number(), "op-1", "enquiry", attempt())))
                .hasCauseInstanceOf(ArbiterUnreachable.class);
        assertThatThrownBy(() -> await(lookUps.find(NOBODYS, "op-1", "enquiry", attempt())))
                .hasCauseInstanceOf(ArbiterUnreachable.class);
        assertThat(town.number(RECORDS)).isZero();
    }

    @Test
    void waitsForTheRecordBeforeItAnswers() throws SQLException {
        Store store = patient(open.database().port());
        try (Connection other = holdingTheLog()) {
            Future<Optional<EidView>> asked =
                    store.operatorLookUps().find(person.number(), "op-1", "enquiry", attempt());
            untilSomebodyWaits();
            assertThat(asked.isComplete()).isFalse();
            other.rollback();
            assertThat(await(asked)).isPresent();
        }
        assertThat(town.number(RECORDS)).isOne();
        await(store.close());
    }

    @Test
    void recordsOnceWhenTheQuestionOrTheAnswerIsLostOnTheWay() throws SQLException {
        try (Proxy proxy = new Proxy(open.database().port())) {
            Store store = patient(proxy.port());
            proxy.cutBefore("look-up");
            assertThat(await(store.operatorLookUps().find(person.number(), "op-1", "question", attempt())))
                    .isPresent();
            try (Connection other = holdingTheLog()) {
                Future<Optional<EidView>> asked =
                        store.operatorLookUps().find(person.number(), "op-1", "answer", attempt());
                untilSomebodyWaits();
                proxy.swallowAnswers();
                other.rollback();
                Awaitility.await().until(() -> town.number(RECORDS) == 2);
                assertThat(asked.isComplete()).isFalse();
                proxy.cut();
                assertThat(await(asked)).isPresent();
            }
            assertThat(town.number(RECORDS)).isEqualTo(2);
            await(store.close());
        }
    }

    @Test
    void letsNoLookUpHideBehindAnothersRecord() {
        Person other = town.adult();
        UUID attempt = attempt();
        assertThat(await(lookUps.find(person.number(), "op-1", "enquiry", attempt)))
                .isPresent();
        assertThat(await(lookUps.find(person.number(), "op-1", "enquiry", attempt)))
                .isPresent();
        assertThatThrownBy(() -> await(lookUps.find(other.number(), "op-1", "enquiry", attempt)))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> await(lookUps.find(person.number(), "op-2", "enquiry", attempt)))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(town.number(RECORDS)).isOne();
    }

    @Test
    void needsAReason() {
        for (String reason : new String[] {"", "  ", "zero \0"}) {
            assertThatThrownBy(() -> await(lookUps.find(person.number(), "op-1", reason, attempt())))
                    .hasCauseInstanceOf(IllegalArgumentException.class);
        }
        assertThat(town.number(RECORDS)).isZero();
    }

    /** A node that waits longer for a lock than gateways do, so that a slow test machine changes nothing. */
    private Store patient(int port) {
        for (String timeout : new String[] {"lock_timeout", "statement_timeout", "transaction_timeout"}) {
            open.database()
                    .execute("DO $$ BEGIN IF current_setting('" + timeout + "', true) IS NOT NULL THEN"
                            + " EXECUTE format('ALTER ROLE farol_app IN DATABASE %I SET " + timeout
                            + " = ''20s''', current_database()); END IF; END $$");
        }
        return await(Store.open(open.vertx(), open.database().config(port)));
    }

    private Connection holdingTheLog() throws SQLException {
        Connection other = open.database().superuser();
        other.setAutoCommit(false);
        try (Statement statement = other.createStatement()) {
            statement.execute("LOCK TABLE access_record IN SHARE MODE");
        }
        return other;
    }

    private void untilSomebodyWaits() {
        Awaitility.await().until(() -> town.number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
    }

    private UUID attempt() {
        return town.uuid7(town.now());
    }
}
