package mo.farol.store.notice;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.notice.DueMail;
import mo.farol.core.notice.Outbox;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.store.Store;
import mo.farol.store.testing.OpenTown;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.Town;
import mo.farol.store.testing.Town.Person;
import mo.farol.store.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class OutboxTest {
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final TestServer server;
    private OpenTown open;
    private Town town;
    private Outbox outbox;
    private Person person;

    OutboxTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        open = new OpenTown(server);
        town = open.town();
        outbox = open.store().outbox();
        person = town.adult();
        await(open.store().contacts().set(person.row(), "ana@example.test", PreferredLanguage.PT));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void givesAMailAllThatIsNeededToWriteIt() {
        World world = World.in(open.store(), 12);
        Person child = town.child(5);
        Instant at = town.now();
        UUID id = town.notice(person, child, NoticeKind.FIRST_USE_BY_INSTITUTION, at);
        town.execute("UPDATE notice SET institution = ? WHERE id = ?", world.institution(), id);
        DueMail.OfNotice mail = (DueMail.OfNotice) await(outbox.take(10, LEASE)).getFirst();
        assertThat(mail.id()).isEqualTo(id);
        assertThat(mail.address()).isEqualTo("ana@example.test");
        assertThat(mail.language()).isEqualTo(PreferredLanguage.PT);
        assertThat(mail.kind()).isEqualTo(NoticeKind.FIRST_USE_BY_INSTITUTION);
        assertThat(mail.at()).isEqualTo(at);
        assertThat(mail.self()).isFalse();
        assertThat(mail.reference()).isNotNull();
        assertThat(mail.institution()).startsWith("Institution ");
        assertThat(mail.toString()).doesNotContain("ana");
    }

    @Test
    void givesWhatIsTakenToNobodyElseAndWhatIsSentNeverAgain() {
        town.notice(person, person, NoticeKind.BOUND, town.now());
        DueMail mail = await(outbox.take(10, LEASE)).getFirst();
        assertThat(await(outbox.take(10, LEASE))).isEmpty();
        await(outbox.sent(mail));
        makeDue();
        assertThat(await(outbox.take(10, LEASE))).isEmpty();
        assertThat(mailState(mail)).isEqualTo("2 0");
        await(outbox.failed(mail));
        assertThat(mailState(mail)).isEqualTo("2 0");
    }

    @Test
    void letsTwoNodesShareWithoutSendingAnyTwice() {
        Set<UUID> due = new HashSet<>();
        for (int i = 0; i < 120; i++) {
            due.add(town.notice(person, person, NoticeKind.BOUND, town.now()));
        }
        Store other = open.anotherNode();
        List<UUID> taken = new ArrayList<>();
        while (taken.size() < due.size()) {
            List<Future<List<DueMail>>> rounds = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                rounds.add(outbox.take(7, LEASE));
                rounds.add(other.outbox().take(7, LEASE));
            }
            await(Future.all(rounds));
            int before = taken.size();
            rounds.forEach(round -> round.result().forEach(mail -> taken.add(mail.id())));
            assertThat(taken.size()).isGreaterThan(before);
        }
        assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(due);
        await(other.close());
    }

    @Test
    void skipsWhatAnotherIsJustTaking() throws SQLException {
        UUID held = town.notice(person, person, NoticeKind.BOUND, town.now().minusSeconds(9));
        UUID free = town.notice(person, person, NoticeKind.UNBOUND, town.now());
        try (Connection other = open.database().superuser();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT FROM notice WHERE id = '" + held + "' FOR UPDATE");
            assertThat(await(outbox.take(10, LEASE))).extracting(DueMail::id).containsExactly(free);
            other.rollback();
        }
        assertThat(await(outbox.take(10, LEASE))).extracting(DueMail::id).containsExactly(held);
    }

    @Test
    void losesNothingWithANodeThatDiesHoldingAMail() {
        UUID id = town.notice(person, person, NoticeKind.BOUND, town.now());
        Store dying = open.anotherNode();
        assertThat(await(dying.outbox().take(10, LEASE))).hasSize(1);
        await(dying.close());
        assertThat(await(outbox.take(10, LEASE))).isEmpty();
        assertThat(town.number("SELECT round(extract(epoch FROM mail_after - statement_timestamp())) FROM notice"))
                .isBetween(LEASE.toSeconds() - 30, LEASE.toSeconds());
        makeDue();
        assertThat(await(outbox.take(10, LEASE))).extracting(DueMail::id).containsExactly(id);
    }

    @Test
    void waitsLongerAfterEveryFailureUpToSixHours() {
        town.notice(person, person, NoticeKind.BOUND, town.now());
        List<Long> minutes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            makeDue();
            DueMail mail = await(outbox.take(10, LEASE)).getFirst();
            await(outbox.failed(mail));
            assertThat(await(outbox.take(10, LEASE))).isEmpty();
            minutes.add(town.number(
                    "SELECT round(extract(epoch FROM mail_after - statement_timestamp()) / 60.0) FROM notice"));
        }
        assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 360L, 360L, 360L);
    }

    @Test
    void givesUpAFailureFiveDaysAfterWhatItTellsOf() {
        UUID young = town.notice(person, person, NoticeKind.BOUND, town.now().minus(Duration.ofHours(119)));
        UUID old = town.notice(person, person, NoticeKind.BOUND, town.now().minus(Duration.ofHours(121)));
        Logger log = (Logger) LoggerFactory.getLogger(PostgresOutbox.class);
        ListAppender<ILoggingEvent> alarms = new ListAppender<>();
        alarms.start();
        log.addAppender(alarms);
        for (DueMail mail : await(outbox.take(10, LEASE))) {
            await(outbox.failed(mail));
        }
        log.detachAppender(alarms);
        assertThat(alarms.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("ALARM mail " + old + " is given up, five days after what it tells of");
        makeDue();
        assertThat(await(outbox.take(10, LEASE))).extracting(DueMail::id).containsExactly(young);
        assertThat(town.number("SELECT mail FROM notice WHERE id = '" + old + "'"))
                .isEqualTo(3);
        assertThat(await(open.store().residentViews().notices(person.row(), true, java.util.Optional.empty(), 10))
                        .items())
                .hasSize(2);
    }

    @Test
    void neverTakesWhatGoesToPeopleWithoutAnAddress() {
        Person without = town.adult();
        await(open.store().contacts().set(without.row(), null, PreferredLanguage.ZH_HANT));
        Person unknown = town.adult();
        town.notice(without, without, NoticeKind.BOUND, town.now());
        town.notice(unknown, unknown, NoticeKind.BOUND, town.now());
        UUID marked = town.notice(person, person, NoticeKind.BOUND, town.now());
        town.execute("UPDATE notice SET mail = 4 WHERE id = ?", marked);
        assertThat(await(outbox.take(10, LEASE))).isEmpty();
        makeDue();
        assertThat(await(outbox.take(10, LEASE))).isEmpty();
        assertThat(town.number("SELECT count(*) FROM notice WHERE mail = 4")).isEqualTo(3);
    }

    @Test
    void stopsMailingWhoLosesTheirAddressAndUsesANewOneAtOnce() {
        UUID id = town.notice(person, person, NoticeKind.BOUND, town.now());
        await(open.store().contacts().set(person.row(), "ana.new@example.test", PreferredLanguage.EN));
        DueMail.OfNotice mail = (DueMail.OfNotice) await(outbox.take(1, LEASE)).getFirst();
        assertThat(mail.address()).isEqualTo("ana.new@example.test");
        assertThat(mail.language()).isEqualTo(PreferredLanguage.EN);
        await(outbox.failed(mail));
        await(open.store().contacts().set(person.row(), null, PreferredLanguage.EN));
        assertThat(town.number("SELECT mail FROM notice WHERE id = '" + id + "'"))
                .isEqualTo(4);
    }

    @Test
    void countsAnAddressThatDoesNotOpenAsAFailureAndGoesOn() {
        Person broken = town.adult();
        await(open.store().contacts().set(broken.row(), "eva@example.test", PreferredLanguage.EN));
        town.execute("UPDATE contact SET sealed_email = '\\x00' WHERE resident = ?", broken.row());
        UUID bad = town.notice(broken, broken, NoticeKind.BOUND, town.now().minusSeconds(9));
        UUID good = town.notice(person, person, NoticeKind.BOUND, town.now());
        assertThat(await(outbox.take(10, LEASE))).extracting(DueMail::id).containsExactly(good);
        assertThat(town.text("SELECT mail || ' ' || mail_tries FROM notice WHERE id = '" + bad + "'"))
                .isEqualTo("1 1");
    }

    @Test
    void takesReportsFromTheSameQueueAndBoundsWhatItTakes() {
        World world = World.in(open.store(), 13);
        UUID record = town.record(person, 0, town.now(), 1, world);
        await(open.store().reports().add(person.row(), record, "not me"));
        town.notice(person, person, NoticeKind.BOUND, town.now());
        List<DueMail> first = await(outbox.take(1, LEASE));
        assertThat(first).singleElement().isInstanceOf(DueMail.OfReport.class);
        assertThat(await(outbox.take(10, LEASE))).hasSize(2).allMatch(mail -> mail instanceof DueMail.OfNotice);
        await(outbox.failed(first.getFirst()));
        assertThat(town.text("SELECT mail || ' ' || mail_tries FROM report")).isEqualTo("1 1");
        town.execute("UPDATE report SET mail_after = now() - interval '1 second'");
        DueMail again = await(outbox.take(10, LEASE)).getFirst();
        assertThat(again).isEqualTo(first.getFirst());
        await(outbox.sent(again));
        assertThat(town.number("SELECT mail FROM report")).isEqualTo(2);
    }

    private void makeDue() {
        town.execute("UPDATE notice SET mail_after = now() - interval '1 second'");
    }

    private String mailState(DueMail mail) {
        return town.text("SELECT mail || ' ' || mail_tries FROM notice WHERE id = '" + mail.id() + "'");
    }
}
