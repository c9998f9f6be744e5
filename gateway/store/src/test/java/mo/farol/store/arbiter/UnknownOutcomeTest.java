package mo.farol.store.arbiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import mo.farol.core.policy.Field;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Redemption;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.core.verification.Refusal;
import mo.farol.store.testing.Proxy;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import mo.farol.token.Nonce;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class UnknownOutcomeTest {
    private static final String WAITING =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    private final TestServer server;
    private TestDatabase database;
    private Proxy proxy;
    private Node node;
    private Node other;
    private World world;
    private Person person;

    UnknownOutcomeTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.create(server);
        proxy = new Proxy(server.port());
        node = new Node(database.config(proxy.port()));
        other = new Node(database.config());
        world = World.in(other.store(), 11);
        person = world.person();
        // The connections are up and the statement is prepared.
        Person warm = world.person();
        node.redeem(world.redemption(warm, world.code(warm)));
    }

    @AfterEach
    void close() {
        node.close();
        other.close();
        proxy.close();
        database.close();
    }

    @Test
    void aCommitWhoseAnswerWasLostIsFoundToBeAnAcceptance() {
        Redemption redemption = fresh();
        proxy.swallowAnswers();
        Future<List<Decision>> answer = node.begin(List.of(redemption));
        patiently().until(() -> rowsOf(redemption) == 1);
        proxy.cut();
        assertThat(World.await(answer).getFirst()).isInstanceOfSatisfying(Decision.Accepted.class, accepted -> {
            assertThat(accepted.entry().id())
                    .isEqualTo(redemption.circumstances().attempt());
            assertThat(accepted.values().get(Field.SURNAME_ZH))
                    .contains(person.fields().get(Field.SURNAME_ZH));
        });
        assertThat(recordsOf(redemption)).isOne();
    }

    @Test
    void aRefusalWhoseAnswerWasLostIsFoundToBeThatRefusal() {
        Redemption skewed = world.redemption(person, world.code(person, -30));
        proxy.swallowAnswers();
        Future<List<Decision>> answer = node.begin(List.of(skewed));
        patiently().until(() -> recordsOf(skewed) == 1);
        proxy.cut();
        refused(World.await(answer).getFirst(), Refusal.CLOCK_SKEW);
        assertThat(recordsOf(skewed)).isOne();
        assertThat(rowsOf(skewed)).isZero();
    }

    @Test
    void ofTwoLostAnswersAboutOneChallengeOneIsFoundToBeAnAcceptanceAndTheOtherIsSettledByAVoidRow() {
        ShownChallenges shown = new ShownChallenges(other, world);
        Nonce nonce = shown.show();
        List<Redemption> both = List.of(shown.answer(person, nonce), shown.answer(world.person(), nonce));
        proxy.swallowAnswers();
        // They leave one by one or together; either way nobody hears of it.
        Future<List<Decision>> answers = node.begin(both);
        await().until(() -> rowsOf(both.get(0)) + rowsOf(both.get(1)) == 1);
        proxy.cut();
        assertThat(World.await(answers))
                .hasAtLeastOneElementOfType(Decision.Accepted.class)
                .satisfies(decisions -> {
                    int lost = decisions.get(0) instanceof Decision.Accepted ? 1 : 0;
                    assertThat(decisions.get(lost)).isNotInstanceOf(Decision.Redeemed.class);
                    assertThat(rowsOf(both.get(lost))).isZero();
                });
        assertThat(database.number(
                        "SELECT count(*) FROM redemption r JOIN terminal_challenge c ON c.used_by = r.attempt"
                                + " WHERE NOT r.void"))
                .isOne();
    }

    @Test
    void aBatchThatNeverArrivedIsSettledByAVoidRowThatNobodyCanWin() {
        RedemptionKey code = world.code(person);
        Redemption redemption = world.redemption(person, code, world.circumstances(world.terminal(), 4));
        // The salt's bytes occur in the redeeming statement only.
        proxy.cutBefore(new String(redemption.circumstances().salt(), java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(node.redeem(redemption)).isEqualTo(new Decision.Unavailable());
        assertThat(database.number("SELECT count(*) FROM redemption WHERE void"))
                .isOne();
        assertThat(recordsOf(redemption)).isZero();
        Redemption retry = world.redemption(person, code, world.circumstances(world.terminal(), 4));
        assertThat(other.redeem(retry)).isEqualTo(new Decision.Unavailable());
        assertThat(other.redeem(world.redemption(person, code))).isEqualTo(new Decision.Unavailable());
        assertThat(node.redeem(fresh())).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void theClaimWaitsForABackendThatIsStillAtWork() {
        Redemption redemption = fresh();
        database.execute("CREATE FUNCTION work_on() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN PERFORM pg_sleep(0.5); RETURN NEW; END $$;"
                + "CREATE TRIGGER work_on BEFORE INSERT ON access_record FOR EACH ROW"
                + " WHEN (NEW.attempt = '" + redemption.circumstances().attempt()
                + "') EXECUTE FUNCTION work_on()");
        // New connections do not notice that their client went away.
        database.execute("DO $$ BEGIN EXECUTE format('ALTER ROLE farol_app IN DATABASE %I"
                + " SET client_connection_check_interval = 0', current_database()); END $$");
        proxy.cut();
        Person warm = world.person();
        patiently().until(() -> node.redeem(world.redemption(warm, world.code(warm))) instanceof Decision.Accepted);
        Future<List<Decision>> answer = node.begin(List.of(redemption));
        // The redemption is inserted, the commit is 0.5 s away.
        patiently()
                .pollInterval(Duration.ofMillis(10))
                .until(() -> database.number("SELECT count(*) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND wait_event = 'PgSleep'")
                        == 1);
        proxy.cut();
        assertThat(World.await(answer).getFirst()).isInstanceOf(Decision.Accepted.class);
        assertThat(rowsOf(redemption)).isOne();
        assertThat(database.number("SELECT count(*) FROM redemption WHERE void"))
                .isZero();
    }

    @Test
    void anUnknownOutcomeWhoseCodeAnotherWonIsAlreadyUsed() throws SQLException {
        RedemptionKey code = world.code(person);
        Redemption mine = world.redemption(person, code);
        Redemption theirs = world.redemption(person, code);
        proxy.cutBefore(new String(mine.circumstances().salt(), java.nio.charset.StandardCharsets.ISO_8859_1));
        try (Connection holder = database.superuser();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            insertRedemption(statement, theirs);
            Future<List<Decision>> answer = node.begin(List.of(mine));
            patiently().until(() -> database.number(WAITING) == 1);
            holder.commit();
            refused(World.await(answer).getFirst(), Refusal.ALREADY_USED);
        }
    }

    @Test
    void aConflictThatIsNotDecidedInTimeIsSentAgainWithTheSameAttempt() throws SQLException {
        Redemption redemption = fresh();
        try (Connection holder = database.superuser();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            insertRedemption(statement, world.redemption(person, redemption.key()));
            Future<List<Decision>> answer = node.begin(List.of(redemption));
            // Longer than the lock timeout: at least one resend, and three more are to come.
            patiently().pollDelay(Duration.ofMillis(550)).until(() -> database.number(WAITING) == 1);
            holder.rollback();
            assertThat(World.await(answer).getFirst()).isInstanceOf(Decision.Accepted.class);
        }
    }

    @Test
    void aWarningAtCommitIsNotAnAcceptanceUntilALaterCommitIsSafe() {
        String waiting = "SELECT coalesce(max(pid), 0) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND wait_event = 'SyncRep'";
        try {
            database.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
            database.execute("SELECT pg_reload_conf()");
            Redemption redemption = fresh();
            Future<List<Decision>> answer = node.begin(List.of(redemption));
            // The server takes a moment to wait for its missing standby.
            while (waitedFor(answer, waiting)) {
                redemption = fresh();
                answer = node.begin(List.of(redemption));
            }
            database.execute("SELECT pg_cancel_backend(" + database.number(waiting) + ")");
            patiently().until(() -> database.number(waiting + " AND query LIKE '%Settles attempts%'") != 0);
            assertThat(rowsOf(redemption)).isOne();
            assertThat(answer.isComplete()).isFalse();
            stopWaitingForAStandby();
            assertThat(World.await(answer).getFirst()).isInstanceOf(Decision.Accepted.class);
        } finally {
            stopWaitingForAStandby();
        }
    }

    /** @return true when the answer came, false when its commit waits for a standby */
    private boolean waitedFor(Future<List<Decision>> answer, String waiting) {
        patiently().until(() -> answer.isComplete() || database.number(waiting) != 0);
        return answer.isComplete();
    }

    private void stopWaitingForAStandby() {
        database.execute("ALTER SYSTEM RESET synchronous_standby_names");
        database.execute("SELECT pg_reload_conf()");
    }

    @Test
    void nothingIsAnsweredBeforeItsCommit() {
        database.execute("CREATE FUNCTION fail_at_commit() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN RAISE EXCEPTION 'at commit' USING ERRCODE = 'serialization_failure'; END $$;"
                + "CREATE CONSTRAINT TRIGGER fail_at_commit AFTER INSERT ON access_record DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW EXECUTE FUNCTION fail_at_commit()");
        Redemption redemption = fresh();
        assertThat(node.redeem(redemption)).isEqualTo(new Decision.Unavailable());
        assertThat(rowsOf(redemption)).isZero();
    }

    @Test
    void answersUnavailableWhilePostgresCannotBeReachedAndServesAtOnceWhenItCan() {
        proxy.close();
        assertThat(node.redeem(fresh())).isEqualTo(new Decision.Unavailable());
        patiently().until(() -> !node.store().readiness().ready());
        try (Node reopened = new Node(database.config())) {
            assertThat(reopened.redeem(fresh())).isInstanceOf(Decision.Accepted.class);
        }
    }

    @Test
    void aStatementThatIsNeverAnsweredIsGivenUpAndSettled() {
        Redemption redemption = fresh();
        proxy.swallowAnswers();
        // Nothing is cut: only the silence tells.
        assertThat(node.redeem(redemption)).isInstanceOf(Decision.Accepted.class);
        assertThat(recordsOf(redemption)).isOne();
    }

    /** A machine with other work may take its time; what is waited for is a condition, never a duration. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private Redemption fresh() {
        return world.redemption(person, world.code(person));
    }

    private long rowsOf(Redemption redemption) {
        return database.number("SELECT count(*) FROM redemption WHERE NOT void AND attempt = '"
                + redemption.circumstances().attempt() + "'");
    }

    private long recordsOf(Redemption redemption) {
        return database.number("SELECT count(*) FROM access_record WHERE attempt = '"
                + redemption.circumstances().attempt() + "'");
    }

    private static void insertRedemption(Statement statement, Redemption of) throws SQLException {
        statement.execute(
                "INSERT INTO redemption VALUES (" + of.key().bindingKeyId().value() + ", "
                        + of.key().iat() + ", '\\x"
                        + java.util.HexFormat.of().formatHex(of.key().cti().bytes()) + "', 0, '"
                        + of.circumstances().attempt() + "', 0, '\\x00', '\\x00', false)");
    }

    private static void refused(Decision decision, Refusal refusal) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
