package mo.farol.store.resident;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mo.farol.core.accesslog.RecordKind;
import mo.farol.core.accesslog.RecordedEntry;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.resident.AccessRecordView;
import mo.farol.core.resident.Page;
import mo.farol.core.resident.ResidentViews;
import mo.farol.core.verification.Decision;
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
class RecordViewsTest {
    private final TestServer server;
    private OpenTown open;
    private Town town;
    private World world;
    private ResidentViews views;

    RecordViewsTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        open = new OpenTown(server);
        town = open.town();
        world = World.in(open.store(), 6);
        views = open.store().residentViews();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void showsWhatTheReceiptOfARealVerificationSays() {
        World.Person person = world.person();
        Decision decision = await(open.store().arbiter().redeem(world.redemption(person, world.code(person))));
        RecordedEntry receipt = ((Decision.Accepted) decision).entry();
        AccessRecordView seen =
                page(person.resident(), Optional.empty(), 10).items().getFirst();
        assertThat(seen.id()).isEqualTo(receipt.id());
        assertThat(seen.kind()).isEqualTo(RecordKind.VERIFICATION);
        assertThat(seen.at()).isEqualTo(receipt.at());
        assertThat(seen.institution()).isEqualTo(receipt.institution());
        assertThat(seen.terminal()).isEqualTo(world.terminal().name());
        assertThat(seen.purpose()).isEqualTo(world.purpose());
        assertThat(seen.released()).isEqualTo(receipt.released());
        assertThat(seen.requested().containsAll(seen.released())).isTrue();
        assertThat(seen.outcome()).isEqualTo("verified");
        assertThat(seen.code()).isNull();
        assertThat(seen.policyVersion()).isEqualTo(receipt.policyVersion());
        assertThat(seen.leafHash()).isEqualTo(receipt.leafHash());
        assertThat(seen.staff()).isEqualTo("staff-7");
        assertThat(seen.place()).isEqualTo("counter 3");
        assertThat(seen.tries()).isOne();
    }

    @Test
    void showsRefusedTriesWithTheirReason() {
        Person person = town.adult();
        UUID id = town.record(person, 0, town.now(), 3, world);
        AccessRecordView seen = page(person.row(), Optional.empty(), 10).items().getFirst();
        assertThat(seen.id()).isEqualTo(id);
        assertThat(seen.eid()).isEqualTo(person.handle());
        assertThat(seen.outcome()).isEqualTo("refused");
        assertThat(seen.code()).isEqualTo("expired");
        assertThat(seen.released()).isEqualTo(FieldSet.NONE);
        assertThat(seen.requested().contains(Field.PHOTO)).isTrue();
        assertThat(seen.reason()).isEqualTo("enrolment");
        assertThat(seen.lane()).isEqualTo("lane 2");
    }

    @Test
    void readsToTheEndWithoutGapOrRepeatWhileMoreIsWritten() {
        Person parent = town.adult();
        Person child = town.child(9);
        town.guardian(child, parent);
        Instant start = town.now().minus(Duration.ofDays(70));
        List<UUID> written = new ArrayList<>();
        for (int i = 0; i < 57; i++) {
            // Over three months' tables and the one for what no month has.
            Instant at = start.plus(Duration.ofDays(i)).plusSeconds(i);
            written.add(town.record(i % 3 == 0 ? child : parent, 0, at, 1, world));
            town.record(town.adult(), 0, at, 1, world);
        }
        List<UUID> read = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        int pages = 0;
        do {
            Page<AccessRecordView> page = await(views.accessRecords(parent.row(), Optional.empty(), after, 10));
            assertThat(page.items()).hasSizeBetween(1, 10);
            page.items().forEach(item -> read.add(item.id()));
            town.record(pages % 2 == 0 ? child : parent, 0, town.now(), 1, world);
            after = page.next();
            pages++;
        } while (after.isPresent());
        assertThat(pages).isEqualTo(6);
        assertThat(read)
                .containsExactlyElementsOf(written.stream()
                        .sorted(Comparator.comparing(UUID::toString).reversed())
                        .toList());
    }

    @Test
    void hasNoNextPageAfterAFullLastOne() {
        Person person = town.adult();
        for (int i = 0; i < 4; i++) {
            town.record(person, 0, town.now(), 1, world);
        }
        Page<AccessRecordView> first = page(person.row(), Optional.empty(), 2);
        Page<AccessRecordView> second = page(person.row(), first.next(), 2);
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isEmpty();
        assertThat(page(person.row(), Optional.of(second.items().getLast().id()), 2)
                        .items())
                .isEmpty();
    }

    @Test
    void boundsAPage() {
        Person person = town.adult();
        Instant now = town.now();
        for (int i = 0; i < ResidentViews.LARGEST_PAGE + 5; i++) {
            town.record(person, 0, now.minusSeconds(i), 1, world);
        }
        assertThat(page(person.row(), Optional.empty(), Integer.MAX_VALUE).items())
                .hasSize(ResidentViews.LARGEST_PAGE);
        assertThat(page(person.row(), Optional.empty(), -3).items()).hasSize(1);
    }

    @Test
    void learnsNothingFromSomebodyElsesCursor() {
        Person person = town.adult();
        Person other = town.adult();
        Instant now = town.now();
        Set<UUID> own = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            UUID id = town.record(person, 0, now.minusSeconds(10L * i), 1, world);
            if (i >= 3) {
                own.add(id);
            }
        }
        UUID others = town.record(other, 0, now.minusSeconds(25), 1, world);
        UUID nobodys = town.uuid7(now.minusSeconds(25));
        assertThat(ids(page(person.row(), Optional.of(others), 10)))
                .containsExactlyInAnyOrderElementsOf(own)
                .isEqualTo(ids(page(person.row(), Optional.of(nobodys), 10)));
    }

    @Test
    void showsAGuardianTheWardsRecordsAndAStrangerNone() {
        Person parent = town.adult();
        Person child = town.child(9);
        Person stranger = town.adult();
        town.guardian(child, parent);
        UUID childs = town.record(child, 0, town.now(), 1, world);
        UUID own = town.record(parent, 0, town.now().minusSeconds(5), 1, world);
        assertThat(ids(page(parent.row(), Optional.empty(), 10))).containsExactly(childs, own);
        assertThat(ids(of(parent, child.handle()))).containsExactly(childs);
        assertThat(ids(of(parent, parent.handle()))).containsExactly(own);
        assertThat(of(stranger, child.handle()))
                .isEqualTo(of(stranger, UUID.randomUUID()))
                .isEqualTo(new Page<AccessRecordView>(List.of(), Optional.empty()));
        assertThat(ids(of(child, parent.handle()))).isEmpty();
        town.withdraw(child, parent);
        assertThat(ids(page(parent.row(), Optional.empty(), 10))).containsExactly(own);
        assertThat(ids(of(parent, child.handle()))).isEmpty();
        assertThat(ids(page(child.row(), Optional.empty(), 10))).containsExactly(childs);
    }

    @Test
    void indexesEveryMonthsTableByResidentAlsoThoseThatAreMadeLater() {
        open.database()
                .execute("SELECT create_record_month(date_trunc('month', current_date + interval '7 months')::date)");
        String unindexed = "SELECT count(*) FROM pg_inherits i WHERE i.inhparent = 'farol.access_record'::regclass"
                + " AND NOT EXISTS (SELECT FROM pg_index x JOIN pg_inherits p ON p.inhrelid = x.indexrelid"
                + " WHERE x.indrelid = i.inhrelid AND x.indisvalid"
                + " AND p.inhparent = 'farol.access_record_resident'::regclass)";
        assertThat(open.database().number(unindexed)).isZero();
        assertThat(open.database()
                        .number("SELECT count(*) FROM pg_inherits WHERE inhparent = 'farol.access_record'::regclass"))
                .isGreaterThan(4);
    }

    private Page<AccessRecordView> page(long resident, Optional<UUID> after, int atMost) {
        return await(views.accessRecords(resident, Optional.empty(), after, atMost));
    }

    private Page<AccessRecordView> of(Person asking, UUID eid) {
        return await(views.accessRecords(asking.row(), Optional.of(eid), Optional.empty(), 10));
    }

    private static List<UUID> ids(Page<AccessRecordView> page) {
        return page.items().stream().map(AccessRecordView::id).toList();
    }
}
