package mo.farol.store.registry;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.registry.IdNumber;
import mo.farol.core.registry.NewBinding;
import mo.farol.core.registry.NewResident;
import mo.farol.store.Store;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static Store store;
    private static World world;

    @BeforeAll
    static void open() {
        store = await(Store.open(VERTX, DATABASE.config()));
        world = World.in(store, 21);
    }

    @AfterAll
    static void close() {
        await(store.close());
        await(VERTX.close());
        DATABASE.close();
    }

    @Test
    void findsAResidentByTheExactNumberOnly() {
        Person person = world.person();
        String number = java.util.Objects.requireNonNull(person.fields().get(Field.ID_NUMBER));
        assertThat(await(store.registry().findByNumber(new IdNumber(number)))).contains(person.resident());
        assertThat(await(store.registry().findByNumber(new IdNumber("7999999(9)"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7654321", "9654321(8)", "7/654321/8", "7654321(8)x"})
    void refusesAResidentWithoutANumberOfTheRightShapeAndDoesNotRepeatIt(String number) {
        NewResident resident = new NewResident(Map.of(Field.ID_NUMBER, number), null, false);
        assertThatThrownBy(() -> await(store.registry().addResident(resident)))
                .hasMessageContaining("needs an ID number")
                .message()
                .satisfies(message -> assertThat(number.isEmpty() || !message.contains(number))
                        .isTrue());
    }

    @Test
    void refusesAPublicKeyOrKeyIdThatAnyBindingEverUsed() {
        Person first = world.person();
        Person second = world.person();
        await(store.registry().setBindingStatus(first.binding(), BindingStatus.UNBOUND));
        assertThatThrownBy(() -> await(store.registry().bind(second.resident(), new BindingKeyId(77), first.key())))
                .hasMessageContaining("23505");
        assertThatThrownBy(() -> await(store.registry().bind(second.resident(), first.keyId(), key(77))))
                .hasMessageContaining("23505");
        assertThat(activeOf(second)).isOne();
    }

    @Test
    void leavesOneActiveBindingAfterManyConcurrentOnes() {
        Person person = world.person();
        List<Future<Long>> bound = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            bound.add(store.registry().bind(person.resident(), new BindingKeyId(1000 + i), key(1000 + i)));
        }
        await(Future.join(bound).otherwiseEmpty());
        assertThat(activeOf(person)).isOne();
    }

    @Test
    void doesNotResumeABindingBesideAnActiveOne() {
        Person first = world.person();
        world.bind(first.resident(), first.fields());
        assertThatThrownBy(() -> await(store.registry().setBindingStatus(first.binding(), BindingStatus.ACTIVE)))
                .hasMessageContaining("23505");
    }

    @Test
    void bindsSeveralInOppositeOrdersWithoutADeadlock() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            people.add(world.person());
        }
        List<Future<List<Long>>> changes = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            List<NewBinding> bindings = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                int id = 5000 + 100 * round + i;
                NewBinding binding = new NewBinding(people.get(i).resident(), new BindingKeyId(id), key(id));
                bindings.add(round % 2 == 0 ? bindings.size() : 0, binding);
            }
            changes.add(store.registry().bindAll(bindings));
        }
        await(Future.all(changes));
        people.forEach(person -> assertThat(activeOf(person)).isOne());
    }

    @Test
    void addsManyResidentsInTheOrderGiven() {
        List<NewResident> residents = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            String number = String.format(java.util.Locale.ROOT, "1%06d(%d)", i, i % 10);
            residents.add(new NewResident(Map.of(Field.ID_NUMBER, number, Field.SEX, "F"), null, false));
        }
        List<Long> rows = await(store.registry().addResidents(residents));
        assertThat(rows).hasSize(500).doesNotHaveDuplicates();
        assertThat(await(store.registry().findByNumber(new IdNumber("1000321(1)"))))
                .contains(rows.get(321));
    }

    @Test
    void refusesAnInPersonGrantWithoutNamesAndPhotoInCodeAndInTheDatabase() {
        assertThatThrownBy(() -> world.grant(FieldSet.of(Field.PHOTO, Field.SEX)))
                .hasMessageContaining("names and photo");
        assertThatThrownBy(() -> DATABASE.execute("UPDATE purpose_grant SET fields = 1"))
                .hasMessageContaining("names and photo");
        assertThatThrownBy(() -> DATABASE.execute("WITH p AS (INSERT INTO purpose VALUES"
                        + " (DEFAULT, 'later.in.person', 1, false, false, false) RETURNING id)"
                        + " INSERT INTO purpose_grant SELECT " + world.institution()
                        + ", id, 1, 1, false, false FROM p;"
                        + " UPDATE purpose SET in_person = true WHERE name = 'later.in.person'"))
                .hasMessageContaining("names and photo");
    }

    @Test
    void refusesToSendEncryptedFieldsToAnInstitutionWithoutAKey() {
        assertThatThrownBy(() -> await(
                        store.registry().grant(world.institution(), world.purposeRow(), FieldSet.NAME_AND_PHOTO, true)))
                .hasMessageContaining("encryption key");
    }

    @Test
    void holdsNothingPersonalInTheClear() {
        Person person = world.person();
        String stored = "SELECT count(*) FROM (SELECT row_to_json(f)::text AS row FROM resident_field f UNION ALL"
                + " SELECT row_to_json(r)::text FROM resident r) t WHERE row LIKE '%";
        person.fields().forEach((field, value) -> {
            String hex = java.util.HexFormat.of().formatHex(value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(DATABASE.number(stored + hex + "%'")).isZero();
            assertThat(DATABASE.number(stored + value.replace("'", "''") + "%'"))
                    .isZero();
        });
    }

    private static long activeOf(Person person) {
        return DATABASE.number("SELECT count(*) FROM binding WHERE status = 1 AND resident = " + person.resident());
    }

    private static BindingPublicKey key(int number) {
        byte[] point = new byte[BindingPublicKey.LENGTH];
        java.nio.ByteBuffer.wrap(point).put((byte) 4).putInt(number);
        return BindingPublicKey.of(point);
    }
}
