package mo.farol.store.resident;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.PhoneInfo;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.resident.BindingView;
import mo.farol.core.resident.EidView;
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
class EidViewsTest {
    private final TestServer server;
    private OpenTown open;
    private Town town;
    private ResidentViews views;

    EidViewsTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        open = new OpenTown(server);
        town = open.town();
        views = open.store().residentViews();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void showsOneselfFirstAndThenTheWardsEldestFirst() {
        Person parent = town.adult();
        Person toddler = town.child(2);
        Person teenager = town.child(15);
        Person baby = town.child(0);
        List.of(toddler, teenager, baby).forEach(minor -> town.guardian(minor, parent));
        List<EidView> eids = await(views.eids(parent.row()));
        assertThat(eids)
                .extracting(EidView::id)
                .containsExactly(parent.handle(), teenager.handle(), toddler.handle(), baby.handle());
        assertThat(eids).extracting(EidView::self).containsExactly(true, false, false, false);
        assertThat(eids).extracting(EidView::minor).containsExactly(false, true, true, true);
        assertThat(eids)
                .extracting(EidView::row)
                .containsExactly(parent.row(), teenager.row(), toddler.row(), baby.row());
    }

    @Test
    void showsNamesAndCardAndNothingElseOfTheFields() {
        Person person = town.adult();
        await(open.store().registry().setCardStatus(person.row(), CardStatus.REPORTED_LOST));
        EidView eid = only(person);
        assertThat(eid.names())
                .containsOnlyKeys(Field.SURNAME_ZH, Field.GIVEN_NAMES_ZH, Field.SURNAME_PT, Field.GIVEN_NAMES_PT)
                .containsEntry(Field.SURNAME_ZH, person.field(Field.SURNAME_ZH));
        assertThat(eid.card()).isEqualTo(CardStatus.REPORTED_LOST);
        assertThat(eid.cardExpires()).isEqualTo(LocalDate.of(2099, 12, 31));
        assertThat(eid.guardians()).isEmpty();
        assertThat(eid.binding()).isNull();
        assertThat(eid).hasToString("EidView[redacted]");
    }

    @Test
    void showsAMinorWhoMayActForThemNow() {
        Person child = town.child(8);
        Person mother = town.adult();
        Person father = town.person(LocalDate.of(1979, 1, 1), true);
        town.guardian(child, mother);
        town.guardian(child, father);
        assertThat(only(child).guardians()).hasSize(2).anySatisfy(guardian -> {
            assertThat(guardian.id()).isEqualTo(father.handle());
            assertThat(guardian.kind()).isEqualTo(GuardianKind.PARENT);
            assertThat(guardian.multiple()).isTrue();
            assertThat(guardian.names()).containsEntry(Field.SURNAME_PT, father.field(Field.SURNAME_PT));
            assertThat(guardian.names()).doesNotContainKey(Field.BIRTH_DATE);
        });
        town.withdraw(child, mother);
        assertThat(only(child).guardians())
                .singleElement()
                .satisfies(guardian -> assertThat(guardian.id()).isEqualTo(father.handle()));
    }

    @Test
    void showsTheLiveBindingElseTheLatestWithItsPhone() {
        Person person = town.adult();
        town.bind(person, "First", "Maker A");
        long second = town.bind(person, "電話 of mine", "Maker B 2");
        BindingView live = binding(person);
        assertThat(live.phone()).isEqualTo(new PhoneInfo("電話 of mine", "Maker B 2"));
        assertThat(live.status()).isEqualTo(BindingStatus.ACTIVE);
        assertThat(live.way()).isEqualTo(BindingWay.FACE);
        assertThat(live.level()).isEqualTo(KeyLevel.NOT_ATTESTED);
        assertThat(live.lastUsed()).isNull();
        assertThat(live.ended()).isNull();
        town.status(second, BindingStatus.SUSPENDED);
        assertThat(binding(person).status()).isEqualTo(BindingStatus.SUSPENDED);
        UUID event = UUID.randomUUID();
        Instant ended = town.now();
        town.execute("UPDATE binding SET status = 4, ended_at = ?, ended_by = ? WHERE id = ?", ended, event, second);
        BindingView over = binding(person);
        assertThat(over.id()).isEqualTo(live.id());
        assertThat(over.status()).isEqualTo(BindingStatus.UNBOUND);
        assertThat(over.ended()).isEqualTo(ended);
        assertThat(over.endedBy()).isEqualTo(event);
    }

    @Test
    void saysOfALiveBindingThatItIsTheOneEvenWhenALaterOneEnded() {
        Person person = town.adult();
        long live = town.bind(person, "Live", "Maker");
        long later = town.bind(person, "Later", "Maker");
        town.status(later, BindingStatus.UNBOUND);
        town.status(live, BindingStatus.ACTIVE);
        assertThat(binding(person).phone().name()).isEqualTo("Live");
    }

    @Test
    void countsAcceptancesOfThatVeryBindingAsItsLastUse() {
        Person person = town.adult();
        World world = World.in(open.store(), 5);
        Instant now = town.now();
        long first = town.bind(person, "First", "Maker");
        town.record(person, first, now.minusSeconds(50), 1, world);
        long second = town.bind(person, "Second", "Maker");
        assertThat(binding(person).lastUsed()).isNull();
        town.record(person, second, now.minusSeconds(40), 1, world);
        town.record(person, second, now.minusSeconds(30), 2, world);
        town.record(person, second, now.minusSeconds(20), 3, world);
        town.record(person, first, now.minusSeconds(10), 1, world);
        assertThat(binding(person).lastUsed()).isEqualTo(now.minusSeconds(30));
        List<BindingView> all =
                await(views.bindings(person.row(), person.handle())).orElseThrow();
        assertThat(all).extracting(binding -> binding.phone().name()).containsExactly("Second", "First");
        assertThat(all).extracting(BindingView::lastUsed).containsExactly(now.minusSeconds(30), now.minusSeconds(10));
    }

    @Test
    void answersAlikeForAStrangersEIdAndAnUnknownOne() {
        Person person = town.adult();
        Person stranger = town.adult();
        town.bind(stranger, "Phone", "Maker");
        assertThat(await(views.bindings(person.row(), stranger.handle()))).isEmpty();
        assertThat(await(views.bindings(person.row(), UUID.randomUUID()))).isEmpty();
        assertThat(await(views.bindings(person.row(), person.handle()))).hasValue(List.of());
        assertThat(await(views.eids(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void endsAGuardiansViewOnTheEighteenthBirthdayInMacau() {
        Person parent = town.adult();
        LocalDate today = town.today();
        Person grownUp = town.person(today.minusYears(18), false);
        Person tomorrow = town.person(today.minusYears(18).plusDays(1), false);
        town.guardian(grownUp, parent);
        town.guardian(tomorrow, parent);
        assertThat(await(views.eids(parent.row())))
                .extracting(EidView::id)
                .containsExactly(parent.handle(), tomorrow.handle());
        assertThat(await(views.bindings(parent.row(), grownUp.handle()))).isEmpty();
        assertThat(only(grownUp).minor()).isFalse();
        assertThat(only(grownUp).guardians()).isEmpty();
        assertThat(only(tomorrow).minor()).isTrue();
    }

    @Test
    void judgesMinorityAsTheRulesOfBindingDo() {
        LocalDate today = LocalDate.of(2026, 3, 1);
        for (LocalDate born = LocalDate.of(2008, 2, 1);
                born.isBefore(LocalDate.of(2008, 4, 1));
                born = born.plusDays(1)) {
            for (LocalDate on = today.minusDays(3); on.isBefore(today.plusDays(3)); on = on.plusDays(1)) {
                assertThat(person(born, on).isMinor()).isEqualTo(eid(born).isMinorOn(on));
            }
        }
    }

    @Test
    void takesNobodyForAMinorWhoseBirthDateDoesNotOpen() {
        Person parent = town.adult();
        Person child = town.child(5);
        town.guardian(child, parent);
        town.execute(
                "UPDATE resident_field SET sealed = '\\x00' WHERE resident = ? AND field = ?",
                child.row(),
                Field.BIRTH_DATE.bit());
        assertThat(await(views.eids(parent.row()))).extracting(EidView::id).containsExactly(parent.handle());
    }

    private EidView only(Person person) {
        return await(views.eids(person.row())).getFirst();
    }

    private BindingView binding(Person person) {
        return Objects.requireNonNull(only(person).binding());
    }

    private static mo.farol.store.resident.Person person(LocalDate born, LocalDate today) {
        return new mo.farol.store.resident.Person(
                1, new UUID(1, 1), false, new byte[0], java.util.Map.of(), java.util.Optional.of(born), today);
    }

    private static Eid eid(LocalDate born) {
        HeldCard card = new HeldCard(CardStatus.IN_FORCE, null, 0, false);
        return new Eid(1, new UUID(1, 1), born, false, card, List.of(), List.of());
    }
}
