package mo.farol.store.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.Entered;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.store.Store;
import mo.farol.store.testing.Proxy;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The first gateway reaches the database through a proxy that loses and cuts. */
@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class UnknownCommitTest extends LedgerCase {
    private static final String COMMITTING =
            "pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
    private static final String WAITS_FOR_STANDBY =
            "SELECT coalesce(max(pid), 0) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND wait_event = 'SyncRep'";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger asked = new AtomicInteger();
    private final EidLedger.Rule rule = (eid, now) -> {
        asked.incrementAndGet();
        return Acts.move(BindingAct.SUSPEND).on(eid, now);
    };
    private Proxy proxy;
    private Store far;

    UnknownCommitTest(TestServer server) {
        super(server);
    }

    @BeforeEach
    void openBehindTheProxy() {
        proxy = new Proxy(server.port());
        far = World.await(Store.open(vertx, database.config(proxy.port())));
    }

    @AfterEach
    void closeBehindTheProxy() {
        proxy.close();
        World.await(far.close());
        World.await(vertx.close());
    }

    @Test
    void aCommitWhoseAnswerWasLostIsFoundToBeDone() {
        commitTakes("0.6");
        Future<Entered> answer = begin();
        await().pollInterval(Duration.ofMillis(10)).until(() -> count(COMMITTING) == 1);
        proxy.swallowAnswers();
        await().until(() -> count("eid_event") == 1);
        proxy.cut();
        assertDoneOnce(answer);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoAsksAgainWaitsForABackendThatIsStillAtWork() {
        commitTakes("0.8");
        Future<Entered> answer = begin();
        await().pollInterval(Duration.ofMillis(10)).until(() -> count(COMMITTING) == 1);
        proxy.cut();
        assertDoneOnce(answer);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aCommitThatNeverArrivedIsDoneAgain() {
        proxy.cutBefore("COMMIT");
        assertDoneOnce(begin());
        assertThat(asked).hasValue(2);
    }

    @Test
    void anActIsDoneAlthoughItsConnectionIsCutOnTheWay() {
        proxy.cutBefore("Enters a ruling");
        assertDoneOnce(begin());
        proxy.cutBefore("FOR NO KEY UPDATE");
        Future<Entered> second =
                far.eidLedger().decide(person.resident(), Acts.request(2), Acts.move(BindingAct.RESUME));
        assertThat(World.await(second)).isInstanceOf(Entered.Done.class);
        assertThat(count("eid_event")).isEqualTo(2);
    }

    @Test
    void aWarningAtCommitIsNoAnswerUntilALaterCommitIsSafe() {
        try {
            database.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
            database.execute("SELECT pg_reload_conf()");
            Future<Entered> answer = begin();
            long round = 1;
            // The server takes a moment to wait for its missing standby.
            while (answered(answer)) {
                answer = far.eidLedger().decide(person.resident(), Acts.request(1 + round++), rule);
            }
            long warned = database.number(WAITS_FOR_STANDBY);
            long before = count("eid_event");
            database.execute("SELECT pg_cancel_backend(" + warned + ")");
            await().until(() -> count("eid_event") == before + 1 && database.number(WAITS_FOR_STANDBY) != 0);
            assertThat(answer.isComplete()).isFalse();
            stopWaitingForAStandby();
            Entered entered = World.await(answer);
            assertThat(entered).isNotInstanceOf(Entered.KeyReused.class);
            assertThat(count("eid_event")).isEqualTo(before + 1);
        } finally {
            stopWaitingForAStandby();
        }
    }

    @Test
    void aDatabaseThatSaysNothingIsNotWaitedForAndTheSameRequestTellsLater() {
        commitTakes("0.6");
        Future<Entered> answer = begin();
        await().pollInterval(Duration.ofMillis(10)).until(() -> count(COMMITTING) == 1);
        proxy.swallowAnswers();
        proxy.refuse(true);
        long begun = System.nanoTime();
        assertThatThrownBy(() -> World.await(answer)).hasCauseInstanceOf(ArbiterUnreachable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
        Entered asElsewhere = World.await(other.eidLedger().decide(person.resident(), Acts.request(1), rule));
        assertThat(asElsewhere)
                .isInstanceOfSatisfying(
                        Entered.Done.class, done -> assertThat(done.replayed()).isTrue());
        assertThat(count("eid_event")).isOne();
        assertThat(asked).hasValue(1);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsSaidAtOnce() {
        proxy.refuse(true);
        proxy.cut();
        assertThatThrownBy(() -> World.await(begin())).hasCauseInstanceOf(ArbiterUnreachable.class);
        assertThat(asked).hasValue(0);
        proxy.refuse(false);
        assertDoneOnce(far.eidLedger().decide(person.resident(), Acts.request(2), rule));
    }

    private Future<Entered> begin() {
        return far.eidLedger().decide(person.resident(), Acts.request(1), rule);
    }

    private void assertDoneOnce(Future<Entered> answer) {
        assertThat(World.await(answer))
                .isInstanceOfSatisfying(
                        Entered.Done.class, done -> assertThat(done.replayed()).isFalse());
        assertThat(count("eid_event")).isOne();
        assertThat(World.await(other.eids().byRow(person.resident()))
                        .orElseThrow()
                        .bindings()
                        .getFirst()
                        .status())
                .isEqualTo(BindingStatus.SUSPENDED);
    }

    /** And the server does not notice that its client went away. */
    private void commitTakes(String seconds) {
        database.execute("CREATE FUNCTION take_time() RETURNS trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN PERFORM pg_sleep(" + seconds + "); RETURN NEW; END $$;"
                + "CREATE CONSTRAINT TRIGGER take_time AFTER INSERT ON eid_event DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW EXECUTE FUNCTION take_time()");
        database.execute("DO $$ BEGIN EXECUTE format('ALTER ROLE farol_app IN DATABASE %I"
                + " SET client_connection_check_interval = 0', current_database());"
                + " IF current_setting('server_version_num')::int >= 170000 THEN EXECUTE format("
                + "'ALTER ROLE farol_app IN DATABASE %I SET transaction_timeout = ''5s''', current_database());"
                + " END IF; END $$");
        World.await(far.close());
        far = World.await(Store.open(vertx, database.config(proxy.port())));
    }

    /** @return true when the answer came, false when its commit waits for a standby */
    private boolean answered(Future<Entered> answer) {
        await().until(() -> answer.isComplete() || database.number(WAITS_FOR_STANDBY) != 0);
        return answer.isComplete();
    }

    private void stopWaitingForAStandby() {
        database.execute("ALTER SYSTEM RESET synchronous_standby_names");
        database.execute("SELECT pg_reload_conf()");
    }
}
