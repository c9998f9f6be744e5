package mo.farol.store.binding;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.CounterCase;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.KioskNumber;
import mo.farol.core.binding.OnceKind;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.IdNumber;
import mo.farol.store.Store;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Challenges, kiosk numbers, counter cases, and who is found how. */
@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class WaitingRowsTest extends LedgerCase {
    private final Instant later = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MICROS);

    private long requests = 5_000_000;

    WaitingRowsTest(TestServer server) {
        super(server);
    }

    private RequestKey request() {
        return Acts.request(++requests);
    }

    @Test
    void givesAChallengeBackAsItWasOnAnyGatewayAndHidesThePhone() {
        for (Long replacing : new Long[] {person.binding(), null}) {
            Challenge challenge = challenge(UUID.randomUUID(), replacing);
            await(store.challenges().add(challenge));
            assertThat(await(other.challenges().find(challenge.id())).orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(challenge);
        }
        assertThat(await(store.challenges().find(UUID.randomUUID()))).isEmpty();
        for (String text : List.of(Acts.PHONE.name(), Acts.PHONE.model())) {
            String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
            assertThat(count("binding_challenge c WHERE row_to_json(c)::text LIKE '%" + hex + "%'"))
                    .isZero();
        }
    }

    @Test
    void aChallengeWhosePhoneDoesNotOpenIsNotThere() {
        Challenge challenge = challenge(UUID.randomUUID(), null);
        await(store.challenges().add(challenge));
        database.execute("UPDATE binding_challenge SET sealed_phone = sealed_phone || '\\x00'");
        assertThat(await(other.challenges().find(challenge.id()))).isEmpty();
        Person unknown = new Person(987_654, 1, person.keyId(), person.key(), person.fields());
        assertThatThrownBy(() -> await(store.challenges().add(challengeOf(unknown, UUID.randomUUID(), null))))
                .hasMessageContaining("no such e-ID");
    }

    @Test
    void aKioskNumberIsTheSameHoweverOftenItIsAskedForAndFoundByItsActorOnly() {
        KioskNumber pending = pending(UUID.randomUUID(), person);
        String number = await(store.kioskNumbers().add(pending));
        assertThat(number).matches("\\d{8}");
        assertThat(await(store.kioskNumbers().tried("00000000", person.resident(), request())))
                .isEmpty();
        assertThat(await(other.kioskNumbers().add(pending))).isEqualTo(number);
        KioskNumber found = await(other.kioskNumbers().tried(number, person.resident(), request()))
                .orElseThrow();
        assertThat(found).isEqualTo(counted(pending, 1));
        assertThat(await(store.kioskNumbers().find(pending.challenge()))).contains(found);
        assertThat(await(store.kioskNumbers().tried(number, person.resident() + 1, request())))
                .isEmpty();
        assertThat(count("kiosk_number k WHERE row_to_json(k)::text LIKE '%" + number + "%'"))
                .isZero();
    }

    @Test
    void aLaterKioskNumberOfTheSameEIdEndsTheEarlierOne() {
        KioskNumber first = pending(UUID.randomUUID(), person);
        KioskNumber second = pending(UUID.randomUUID(), person);
        KioskNumber others = pending(UUID.randomUUID(), world.person());
        String number = await(store.kioskNumbers().add(first));
        await(store.kioskNumbers().add(others));
        assertThat(await(store.kioskNumbers().find(first.challenge()))).contains(first);
        await(store.kioskNumbers().add(second));
        await(store.kioskNumbers().add(first));
        assertThat(await(store.kioskNumbers().tried(number, person.resident(), request()))
                        .orElseThrow()
                        .expires())
                .isBeforeOrEqualTo(Instant.now());
        assertThat(await(store.kioskNumbers().find(second.challenge()))).contains(second);
        assertThat(await(store.kioskNumbers().find(others.challenge()))).contains(others);
    }

    @Test
    void countsEveryWrongTryOnAllThatWaitsForThatCard() {
        KioskNumber mine = pending(UUID.randomUUID(), person);
        KioskNumber childs = new KioskNumber(
                UUID.randomUUID(), world.person().resident(), person.resident(), KeyLevel.SOFTWARE, later, 0, false);
        KioskNumber strangers = pending(UUID.randomUUID(), world.person());
        for (KioskNumber each : List.of(mine, childs, strangers)) {
            await(store.kioskNumbers().add(each));
        }
        List<io.vertx.core.Future<Optional<KioskNumber>>> tries = new java.util.ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tries.add((i % 2 == 0 ? store : other).kioskNumbers().tried("00000000", person.resident(), request()));
        }
        await(io.vertx.core.Future.all(tries));
        assertThat(await(store.kioskNumbers().find(mine.challenge()))).contains(counted(mine, 10));
        assertThat(await(store.kioskNumbers().find(childs.challenge()))).contains(counted(childs, 10));
        assertThat(await(store.kioskNumbers().find(strangers.challenge()))).contains(strangers);
    }

    @Test
    void countsATryThatComesAgainOnce() {
        KioskNumber mine = pending(UUID.randomUUID(), person);
        await(store.kioskNumbers().add(mine));
        RequestKey same = request();
        for (Store each : List.of(store, other, store)) {
            await(each.kioskNumbers().tried("00000000", person.resident(), same));
        }
        assertThat(await(store.kioskNumbers().find(mine.challenge()))).contains(counted(mine, 1));
    }

    @Test
    void showsTheRightNumberOfHoweverManyAreTriedAtOnceToOneWhoCameAfterTheWrongOnes() {
        for (int round = 0; round < 20; round++) {
            KioskNumber mine = pending(UUID.randomUUID(), world.person());
            String right = await(store.kioskNumbers().add(mine));
            List<io.vertx.core.Future<Optional<KioskNumber>>> tries = new java.util.ArrayList<>();
            for (int i = 0; i < 12; i++) {
                tries.add((i % 2 == 0 ? store : other).kioskNumbers().tried("00000000", mine.actor(), request()));
            }
            tries.add(other.kioskNumbers().tried(right, mine.actor(), request()));
            await(io.vertx.core.Future.all(tries));
            int before = tries.getLast().result().orElseThrow().wrongTries();
            assertThat(await(store.kioskNumbers().find(mine.challenge()))).contains(counted(mine, 12));
            assertThat(before).isBetween(0, 12);
        }
    }

    @Test
    void makesTheRightNumberWaitForAWrongOneThatIsBeingCounted() throws Exception {
        KioskNumber mine = pending(UUID.randomUUID(), world.person());
        String right = await(store.kioskNumbers().add(mine));
        io.vertx.core.Future<Optional<KioskNumber>> found;
        try (java.sql.Connection counting = database.superuser()) {
            counting.setAutoCommit(false);
            try (java.sql.Statement statement = counting.createStatement()) {
                statement.execute("UPDATE farol.kiosk_number SET wrong_tries = wrong_tries + 5 WHERE challenge = '"
                        + mine.challenge() + "'");
            }
            found = other.kioskNumbers().tried(right, mine.actor(), request());
            Thread.sleep(200);
            assertThat(found.isComplete()).isFalse();
            counting.commit();
        }
        assertThat(await(found).orElseThrow().wrongTries()).isEqualTo(5);
    }

    @Test
    void aKioskNumberIsUsedByItselfItsChallengeOrItsKey() {
        for (OnceKind kind : List.of(OnceKind.KIOSK_NUMBER, OnceKind.BINDING_CHALLENGE)) {
            KioskNumber pending = pending(UUID.randomUUID(), person);
            await(store.kioskNumbers().add(pending));
            Change.UseOnce once = new Change.UseOnce(
                    kind,
                    ByteBuffer.allocate(16)
                            .putLong(pending.challenge().getMostSignificantBits())
                            .putLong(pending.challenge().getLeastSignificantBits())
                            .array(),
                    later);
            done(act(Acts.always(Acts.ruling(Acts.done(EventKind.KIOSK_NUMBER, null), once))));
            assertThat(used(pending)).isTrue();
        }
        Challenge challenge = challenge(UUID.randomUUID(), null);
        KioskNumber pending = pending(challenge.id(), person);
        await(store.challenges().add(challenge));
        await(store.kioskNumbers().add(pending));
        assertThat(used(pending)).isFalse();
        await(store.registry().bind(person.resident(), challenge.keyId(), challenge.key()));
        assertThat(used(pending)).isTrue();
    }

    @Test
    void givesACounterCaseBackAndKeepsTheFirstOfTwoWithOneId() {
        CounterCase opened = new CounterCase(
                UUID.randomUUID(), UUID.randomUUID(), person.resident(), 7, "officer-a", "no_fingers", later);
        await(store.counterCases().add(opened));
        await(store.counterCases()
                .add(new CounterCase(opened.id(), UUID.randomUUID(), 1, 1, "officer-b", "lost", later)));
        assertThat(await(other.counterCases().find(opened.id()))).contains(opened);
        assertThat(await(other.counterCases().find(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void findsPeopleByNumberAndTheirNumbers() {
        IdNumber number =
                new IdNumber(java.util.Objects.requireNonNull(person.fields().get(Field.ID_NUMBER)));
        assertThat(await(other.eids().rowOf(number))).contains(person.resident());
        assertThat(await(other.eids().numberOf(person.resident()))).contains(number);
        assertThat(await(other.eids().rowOf(new IdNumber("7999999(9)")))).isEmpty();
        assertThat(await(other.eids().numberOf(987_654))).isEmpty();
    }

    @Test
    void walksThroughWhatGuardiansBound() {
        List<Person> people =
                java.util.stream.Stream.generate(world::person).limit(6).toList();
        for (int i = 0; i < 6; i++) {
            database.execute("UPDATE binding SET way = " + (i + 1) + " WHERE id = "
                    + people.get(i).binding());
        }
        List<Long> rows = List.of(
                people.get(1).resident(),
                people.get(3).resident(),
                people.get(5).resident());
        assertThat(await(store.guardianBound().after(0, 10))).isEqualTo(rows);
        assertThat(await(store.guardianBound().after(0, 2))).isEqualTo(rows.subList(0, 2));
        assertThat(await(store.guardianBound().after(rows.get(1), 2))).isEqualTo(rows.subList(2, 3));
        await(store.registry().setBindingStatus(people.get(3).binding(), BindingStatus.UNBOUND));
        await(store.registry().setBindingStatus(people.get(5).binding(), BindingStatus.SUSPENDED));
        assertThat(await(store.guardianBound().after(0, 10))).containsExactly(rows.get(0), rows.get(2));
    }

    private boolean used(KioskNumber pending) {
        return await(store.kioskNumbers().find(pending.challenge()))
                .orElseThrow()
                .used();
    }

    private Challenge challenge(UUID id, @Nullable Long replacing) {
        return challengeOf(person, id, replacing);
    }

    private Challenge challengeOf(Person of, UUID id, @Nullable Long replacing) {
        byte[] nonce = new byte[32];
        random.nextBytes(nonce);
        Change.Bind phone = Acts.phone(random, of.resident());
        return new Challenge(
                id,
                of.resident(),
                42,
                new byte[] {1, 2},
                nonce,
                phone.keyId(),
                phone.key(),
                Acts.PHONE,
                replacing,
                later);
    }

    private KioskNumber pending(UUID challenge, Person of) {
        return new KioskNumber(challenge, of.resident(), of.resident(), KeyLevel.STRONG_BOX, later, 0, false);
    }

    private static KioskNumber counted(KioskNumber of, int tries) {
        return new KioskNumber(of.challenge(), of.resident(), of.actor(), of.level(), of.expires(), tries, of.used());
    }
}
