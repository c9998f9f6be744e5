package mo.farol.store.resident;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.notice.DueMail;
import mo.farol.core.resident.NoticeView;
import mo.farol.core.resident.OperatorLookUps;
import mo.farol.core.resident.Reports;
import mo.farol.core.resident.Reports.Report;
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

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class ReportsTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final TestServer server;
    private OpenTown open;
    private Town town;
    private World world;
    private Reports reports;
    private Person person;

    ReportsTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        open = new OpenTown(server);
        town = open.town();
        world = World.in(open.store(), 8);
        reports = open.store().reports();
        person = town.adult();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void storesAReportAndMailsItToTheDesk() {
        UUID record = town.record(person, 0, town.now(), 1, world);
        Report report =
                await(reports.add(person.row(), record, "I was at home. 我在家。")).orElseThrow();
        assertThat(report.first()).isTrue();
        assertThat(await(open.store().outbox().take(10, LEASE)))
                .singleElement()
                .isInstanceOfSatisfying(DueMail.OfReport.class, mail -> {
                    assertThat(mail.id()).isEqualTo(report.id());
                    assertThat(mail.record()).isEqualTo(record);
                    assertThat(mail.text()).isEqualTo("I was at home. 我在家。");
                    assertThat(mail.institution()).startsWith("Institution ");
                    assertThat(mail.toString()).doesNotContain("home");
                });
    }

    @Test
    void tellsWhoReportedThatItArrived() {
        UUID record = town.record(person, 0, town.now(), 1, world);
        Report report = await(reports.add(person.row(), record, "")).orElseThrow();
        List<NoticeView> notices = await(open.store().residentViews().notices(person.row(), true, Optional.empty(), 10))
                .items();
        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.REPORT_RECEIVED);
            assertThat(notice.event()).isEqualTo(report.id());
            assertThat(notice.eid()).isEqualTo(person.handle());
        });
    }

    @Test
    void answersASecondReportWithTheFirst() {
        UUID record = town.record(person, 0, town.now(), 1, world);
        Report first = await(reports.add(person.row(), record, "one")).orElseThrow();
        Report second = await(reports.add(person.row(), record, "two")).orElseThrow();
        assertThat(second).isEqualTo(new Report(first.id(), false));
        assertThat(town.number("SELECT count(*) FROM report")).isOne();
        assertThat(town.number("SELECT count(*) FROM notice")).isOne();
    }

    @Test
    void letsOneOfManySimultaneousReportsBeTheFirst() {
        UUID record = town.record(person, 0, town.now(), 1, world);
        List<Future<Optional<Report>>> added = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            added.add(reports.add(person.row(), record, "at once"));
        }
        await(Future.all(added));
        assertThat(added.stream().map(each -> each.result().orElseThrow()).filter(Report::first))
                .hasSize(1);
        assertThat(added.stream().map(each -> each.result().orElseThrow().id()).distinct())
                .hasSize(1);
    }

    @Test
    void letsAGuardianReportAWardsRecordOnlyWhileTheyMay() {
        Person child = town.child(9);
        town.guardian(child, person);
        UUID first = town.record(child, 0, town.now(), 1, world);
        UUID second = town.record(child, 0, town.now(), 1, world);
        assertThat(await(reports.add(person.row(), first, "my child was at school")))
                .isPresent();
        assertThat(await(reports.add(child.row(), first, "I was at school")))
                .hasValueSatisfying(report -> assertThat(report.first()).isTrue());
        town.withdraw(child, person);
        assertThat(await(reports.add(person.row(), second, "me again"))).isEmpty();
        assertThat(await(reports.add(person.row(), first, "me again"))).isEmpty();
    }

    @Test
    void takesNoReportAboutAStrangersRecordOrNone() {
        Person stranger = town.adult();
        UUID record = town.record(stranger, 0, town.now(), 1, world);
        assertThat(await(reports.add(person.row(), record, "hm"))).isEmpty();
        assertThat(await(reports.add(person.row(), UUID.randomUUID(), "hm"))).isEmpty();
        assertThat(await(reports.add(Long.MAX_VALUE, record, "hm"))).isEmpty();
        assertThat(town.number("SELECT count(*) FROM report")).isZero();
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        UUID record = town.record(person, 0, town.now(), 1, world);
        assertThatThrownBy(() -> await(reports.add(person.row(), record, "𠮷".repeat(1001))))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(await(reports.add(person.row(), record, "𠮷".repeat(1000)))).isPresent();
        DueMail mail = await(open.store().outbox().take(1, LEASE)).getFirst();
        assertThat(((DueMail.OfReport) mail).text()).isEqualTo("𠮷".repeat(1000));
    }

    @Test
    void namesTheBureauWhenALookUpIsReported() {
        UUID attempt = town.uuid7(town.now());
        await(open.store().operatorLookUps().find(person.number(), "op-1", "enquiry", attempt));
        assertThat(await(reports.add(person.row(), attempt, "why?"))).isPresent();
        DueMail mail = Objects.requireNonNull(
                await(open.store().outbox().take(1, LEASE)).getFirst());
        assertThat(((DueMail.OfReport) mail).institution()).isEqualTo(OperatorLookUps.BUREAU);
    }
}
