package mo.farol.store.resident;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.resident.NoticeView;
import mo.farol.core.resident.Page;
import mo.farol.core.resident.ResidentViews;
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
class EventAndNoticeViewsTest {
    private final TestServer server;
    private OpenTown open;
    private Town town;
    private ResidentViews views;
    private Person parent;
    private Person child;

    EventAndNoticeViewsTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        open = new OpenTown(server);
        town = open.town();
        views = open.store().residentViews();
        parent = town.adult();
        child = town.child(9);
        town.guardian(child, parent);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void showsAnEventWithWhoDidIt() {
        long binding = town.bind(parent, "Phone", "Maker");
        Instant at = town.now();
        UUID id = town.event(parent, binding, at, parent);
        EidEvent event = events(parent).items().getFirst();
        assertThat(event.id()).isEqualTo(id);
        assertThat(event.at()).isEqualTo(at);
        assertThat(event.eid()).isEqualTo(parent.handle());
        assertThat(await(views.bindings(parent.row(), parent.handle())).orElseThrow())
                .singleElement()
                .satisfies(bound -> assertThat(event.binding()).isEqualTo(bound.id()));
        assertThat(event.keyId()).isNotNull();
        assertThat(event.event().kind()).isEqualTo(EventKind.SUSPENDED);
        assertThat(event.event().about()).isEqualTo(binding);
        assertThat(event.event().refusal()).isEmpty();
        assertThat(event.event().channel()).isEqualTo(Channel.APP);
        assertThat(event.event().actor()).isEqualTo(new Actor.Resident(parent.row()));
        assertThat(event.event().reason()).isEqualTo("lost");
        assertThat(event.event().detail()).isEqualTo("a detail");
    }

    @Test
    void showsEveryKindOfActorAndARefusalAboutNoBinding() {
        UUID id = town.event(parent, 0, town.now(), parent);
        town.execute(
                "UPDATE eid_event SET binding = NULL, refusal = 10, actor = 2, by_row = NULL,"
                        + " by_names = ARRAY['op-1', 'op-2'] WHERE id = ?",
                id);
        EidEvent event = events(parent).items().getFirst();
        assertThat(event.binding()).isNull();
        assertThat(event.keyId()).isNull();
        assertThat(event.event().about()).isNull();
        assertThat(event.event().refusal()).contains(BindingRefusal.KIOSK_REQUIRED);
        assertThat(event.event().actor()).isEqualTo(new Actor.Operator(List.of("op-1", "op-2")));
        town.execute("UPDATE eid_event SET actor = 3, by_row = 77 WHERE id = ?", id);
        assertThat(events(parent).items().getFirst().event().actor()).isEqualTo(new Actor.Kiosk(77));
        town.execute("UPDATE eid_event SET actor = 4, by_row = NULL WHERE id = ?", id);
        assertThat(events(parent).items().getFirst().event().actor()).isEqualTo(new Actor.Policy());
    }

    @Test
    void readsEventsOfSelfAndWardToTheEndWhileMoreAreWritten() {
        Instant start = town.now().minusSeconds(1000);
        List<UUID> written = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            written.addFirst(town.event(i % 2 == 0 ? parent : child, 0, start.plusSeconds(i), parent));
        }
        List<UUID> read = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        do {
            Page<EidEvent> page = await(views.events(parent.row(), Optional.empty(), after, 5));
            page.items().forEach(event -> read.add(event.id()));
            town.event(child, 0, town.now(), parent);
            after = page.next();
        } while (after.isPresent());
        assertThat(read).isEqualTo(written);
    }

    @Test
    void hidesTheWardsEventsFromStrangersAndFromWhoIsNoGuardianAnyMore() {
        UUID event = town.event(child, 0, town.now(), parent);
        assertThat(events(parent).items()).extracting(EidEvent::id).containsExactly(event);
        Person stranger = town.adult();
        assertThat(await(views.events(stranger.row(), Optional.of(child.handle()), Optional.empty(), 10)))
                .isEqualTo(new Page<EidEvent>(List.of(), Optional.empty()));
        town.withdraw(child, parent);
        assertThat(events(parent).items()).isEmpty();
        assertThat(await(views.events(parent.row(), Optional.of(child.handle()), Optional.empty(), 10))
                        .items())
                .isEmpty();
        assertThat(events(child).items()).extracting(EidEvent::id).containsExactly(event);
    }

    @Test
    void keepsANoticeUntilItIsReadAndAfterwards() {
        Instant at = town.now();
        UUID id = town.notice(parent, child, NoticeKind.FIRST_USE_BY_INSTITUTION, at);
        World world = World.in(open.store(), 9);
        town.execute("UPDATE notice SET institution = ? WHERE id = ?", world.institution(), id);
        NoticeView notice = notices(parent, true).getFirst();
        assertThat(notice.id()).isEqualTo(id);
        assertThat(notice.kind()).isEqualTo(NoticeKind.FIRST_USE_BY_INSTITUTION);
        assertThat(notice.at()).isEqualTo(at);
        assertThat(notice.eid()).isEqualTo(child.handle());
        assertThat(notice.self()).isFalse();
        assertThat(notice.event()).isNotNull();
        assertThat(notice.institution()).startsWith("Institution ");
        assertThat(notice.readAt()).isNull();
        assertThat(await(views.markRead(parent.row(), id))).isTrue();
        assertThat(notices(parent, true)).isEmpty();
        Instant read = notices(parent, false).getFirst().readAt();
        assertThat(read).isNotNull();
        assertThat(await(views.markRead(parent.row(), id))).isTrue();
        assertThat(notices(parent, false).getFirst().readAt()).isEqualTo(read);
    }

    @Test
    void letsNobodyReadOrMarkAnothersNotices() {
        UUID id = town.notice(parent, parent, NoticeKind.BOUND, town.now());
        Person stranger = town.adult();
        assertThat(notices(stranger, false)).isEmpty();
        assertThat(notices(child, false)).isEmpty();
        assertThat(await(views.markRead(stranger.row(), id))).isFalse();
        assertThat(await(views.markRead(stranger.row(), UUID.randomUUID()))).isFalse();
        assertThat(notices(parent, true)).hasSize(1);
    }

    @Test
    void leavesAFormerGuardianOnlyWhatTellsThatItEnded() {
        town.notice(parent, child, NoticeKind.BOUND, town.now());
        town.notice(parent, child, NoticeKind.FIRST_USE_BY_INSTITUTION, town.now());
        UUID own = town.notice(parent, parent, NoticeKind.BOUND, town.now());
        assertThat(notices(parent, false)).hasSize(3);
        town.withdraw(child, parent);
        UUID withdrawn = town.notice(parent, child, NoticeKind.GUARDIAN_WITHDRAWN, town.now());
        assertThat(notices(parent, false)).extracting(NoticeView::id).containsExactlyInAnyOrder(own, withdrawn);
    }

    @Test
    void readsNoticesToTheEndWhileMoreAreWrittenAndSomeAreRead() {
        Instant start = town.now().minusSeconds(1000);
        List<UUID> written = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            written.addFirst(town.notice(parent, parent, NoticeKind.SUSPENDED, start.plusSeconds(i)));
        }
        List<UUID> read = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        do {
            Page<NoticeView> page = await(views.notices(parent.row(), true, after, 4));
            page.items().forEach(notice -> read.add(notice.id()));
            await(views.markRead(parent.row(), read.getLast()));
            town.notice(parent, parent, NoticeKind.RESUMED, town.now());
            after = page.next();
        } while (after.isPresent());
        assertThat(read).isEqualTo(written);
    }

    private Page<EidEvent> events(Person person) {
        return await(views.events(person.row(), Optional.empty(), Optional.empty(), 10));
    }

    private List<NoticeView> notices(Person person, boolean unreadOnly) {
        return await(views.notices(person.row(), unreadOnly, Optional.empty(), 10))
                .items();
    }
}
