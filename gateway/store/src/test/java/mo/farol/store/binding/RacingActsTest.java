package mo.farol.store.binding;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.Entered;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.NewEvent;
import mo.farol.core.binding.OnceKind;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World.Person;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class RacingActsTest extends LedgerCase {
    private static final String WAITING =
            "pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    RacingActsTest(TestServer server) {
        super(server);
    }

    @Test
    void oneOfTwoPhonesBindsAndTheOtherIsTold() {
        for (int round = 0; round < 10; round++) {
            Long live = Acts.live(await(store.eids().byRow(person.resident())).orElseThrow());
            List<Entered> answers = both(
                    Acts.bind(Acts.phone(random, person.resident()), live),
                    Acts.bind(Acts.phone(random, person.resident()), live),
                    person,
                    person,
                    round);
            assertOneDone(answers, BindingRefusal.BOUND_MEANWHILE);
            assertThat(count("binding WHERE status = 1 AND resident = " + person.resident()))
                    .isOne();
        }
    }

    @Test
    void whatMayBeUsedOnceIsUsedOnceOnTwoGateways() {
        Person second = world.person();
        for (int round = 0; round < 10; round++) {
            for (OnceKind kind : OnceKind.values()) {
                Change.UseOnce once = Acts.once(kind, round);
                // What is taken beside it is free again for the one who is refused.
                Change.UseOnce mine = Acts.once(OnceKind.FACE_ASSERTION, 1000 + 100L * round + kind.number());
                Change.UseOnce theirs = Acts.once(OnceKind.FACE_ASSERTION, 2000 + 100L * round + kind.number());
                List<Entered> answers = both(
                        Acts.rebind(Acts.phone(random, person.resident()), mine, once),
                        Acts.rebind(Acts.phone(random, second.resident()), once, theirs),
                        person,
                        second,
                        100L * round + kind.number());
                assertOneDone(answers, kind.refusal());
                assertThat(count("used_once")).isEqualTo(2L * (round * OnceKind.values().length + kind.number()));
            }
        }
        assertThat(count("binding")).isEqualTo(2 + 10L * OnceKind.values().length);
    }

    @Test
    void aKeyIsBoundOnceOnTwoGateways() {
        Person second = world.person();
        for (int round = 0; round < 10; round++) {
            Change.Bind key = Acts.phone(random, person.resident());
            List<Entered> answers = both(
                    Acts.rebind(key, Acts.once(OnceKind.BINDING_CHALLENGE, 2L * round)),
                    Acts.rebind(key, Acts.once(OnceKind.BINDING_CHALLENGE, 2L * round + 1)),
                    person,
                    second,
                    round);
            assertOneDone(answers, BindingRefusal.KEY_ALREADY_USED);
            assertThat(count("used_once")).isEqualTo(round + 1);
            assertThat(count("binding WHERE status = 1")).isEqualTo(2);
        }
        assertThat(count("eid_event WHERE refusal = 5 AND binding IS NULL")).isEqualTo(10);
    }

    @Test
    void theSameRequestAtTwoGatewaysIsAnsweredOnce() {
        for (int round = 0; round < 10; round++) {
            EidLedger.Rule rule = Acts.rebind(Acts.phone(random, person.resident()));
            Future<Entered> here = store.eidLedger().decide(person.resident(), Acts.request(round), rule);
            Future<Entered> there = other.eidLedger().decide(person.resident(), Acts.request(round), rule);
            Entered.Done one = (Entered.Done) await(here);
            Entered.Done two = (Entered.Done) await(there);
            assertThat(one.event()).isEqualTo(two.event());
            assertThat(one.replayed()).isNotEqualTo(two.replayed());
        }
    }

    @Test
    void oneRequestKeyForTwoEIdsAtOnceIsReused() {
        Person second = world.person();
        for (int round = 0; round < 10; round++) {
            NewEvent event = Acts.done(EventKind.CARD_EVENT, null);
            EidLedger.Rule rule = Acts.always(Acts.ruling(event));
            Future<Entered> here = store.eidLedger().decide(person.resident(), Acts.request(round, 1), rule);
            Future<Entered> there = other.eidLedger().decide(second.resident(), Acts.request(round, 2), rule);
            List<Entered> answers = List.of(await(here), await(there));
            assertThat(answers).hasAtLeastOneElementOfType(Entered.Done.class).contains(new Entered.KeyReused());
        }
        assertThat(count("eid_event")).isEqualTo(10);
    }

    @Test
    void waitsForALockLongerThanOneStatementMayWait() throws SQLException {
        try (Connection holder = database.superuser();
                Statement statement = holder.createStatement()) {
            Future<Entered> answer = behindALock(holder, statement);
            Awaitility.await().pollDelay(Duration.ofMillis(800)).until(() -> count(WAITING) == 1);
            holder.rollback();
            done(await(answer));
            assertThat(count("eid_event")).isOne();
        }
    }

    @Test
    void givesUpOnALockThatIsNeverLetGo() throws SQLException {
        try (Connection holder = database.superuser();
                Statement statement = holder.createStatement()) {
            Future<Entered> answer = behindALock(holder, statement);
            assertThatThrownBy(() -> await(answer)).hasMessageContaining("busy");
            holder.rollback();
            assertThat(count("eid_event")).isZero();
        }
    }

    @Test
    void isTriedAgainWhenTheCommitConflicts() {
        database.execute("CREATE SEQUENCE tries; GRANT USAGE ON tries TO farol_app;"
                + "CREATE FUNCTION conflict() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF nextval('farol.tries') < 3 THEN RAISE 'conflict' USING ERRCODE = 'serialization_failure';"
                + " END IF; RETURN NEW; END $$;"
                + "CREATE CONSTRAINT TRIGGER conflict AFTER INSERT ON eid_event DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW EXECUTE FUNCTION conflict()");
        AtomicInteger asked = new AtomicInteger();
        done(act((eid, now) -> {
            asked.incrementAndGet();
            return Acts.move(BindingAct.SUSPEND).on(eid, now);
        }));
        assertThat(asked).hasValue(3);
        assertThat(count("eid_event")).isOne();
    }

    @Test
    void saysUnavailableWhenPostgresRejectsTheAct() {
        database.execute("ALTER TABLE eid_event ADD CHECK (kind <> 3)");
        assertThatThrownBy(() -> act(Acts.move(BindingAct.SUSPEND))).hasMessageContaining("rejects the act");
        done(act(Acts.move(BindingAct.UNBIND)));
    }

    private Future<Entered> behindALock(Connection holder, Statement statement) throws SQLException {
        holder.setAutoCommit(false);
        statement.execute("SELECT FROM resident WHERE id = " + person.resident() + " FOR NO KEY UPDATE");
        return store.eidLedger().decide(person.resident(), Acts.request(1), Acts.move(BindingAct.SUSPEND));
    }

    private List<Entered> both(EidLedger.Rule mine, EidLedger.Rule theirs, Person first, Person second, long round) {
        Future<Entered> here = store.eidLedger().decide(first.resident(), Acts.request(2 * round), mine);
        Future<Entered> there = other.eidLedger().decide(second.resident(), Acts.request(2 * round + 1), theirs);
        return new ArrayList<>(List.of(await(here), await(there)));
    }

    private static void assertOneDone(List<Entered> answers, BindingRefusal told) {
        assertThat(answers).hasAtLeastOneElementOfType(Entered.Done.class);
        assertThat(answers)
                .filteredOn(Entered.Refused.class::isInstance)
                .singleElement()
                .satisfies(refused -> refused(refused, told));
    }
}
