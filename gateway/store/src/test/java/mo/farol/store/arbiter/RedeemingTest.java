package mo.farol.store.arbiter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.FieldValues;
import mo.farol.core.verification.Redemption;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.core.verification.Refusal;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class RedeemingTest extends RedeemingCase {
    RedeemingTest(TestServer server) {
        super(server);
    }

    @Test
    void releasesWhatIsRequestedAndGrantedAndOnFile() {
        Decision.Accepted accepted = (Decision.Accepted) node.redeem(fresh());
        FieldSet onFile = FieldSet.of(person.fields().keySet()).or(FieldSet.of(Field.HANDLE));
        assertThat(accepted.values().fields()).isEqualTo(world.grant().fields().and(onFile));
        assertThat(accepted.entry().released()).isEqualTo(accepted.values().fields());
        assertThat(accepted.values().get(Field.SURNAME_ZH))
                .contains(person.fields().get(Field.SURNAME_ZH));
        assertThat(accepted.values().get(Field.ID_NUMBER)).isEmpty();
        assertThat(accepted.check()).isEmpty();
        assertThat(accepted.entry().outcome()).isEqualTo("verified");
    }

    @Test
    void givesOneInstitutionTheSameHandleAndAnotherADifferentOne() {
        FieldValues first = values(node.redeem(fresh()));
        FieldValues second = values(node.redeem(fresh()));
        World elsewhere = World.in(node.store(), 8);
        FieldValues third = values(node.redeem(elsewhere.redemption(person, world.code(person, -3))));
        assertThat(first.get(Field.HANDLE)).isPresent().isEqualTo(second.get(Field.HANDLE));
        assertThat(third.get(Field.HANDLE)).isPresent().isNotEqualTo(first.get(Field.HANDLE));
    }

    @Test
    void refusesASecondRedemptionHereAndOnAnotherNode() {
        RedemptionKey code = world.code(person);
        assertThat(node.redeem(world.redemption(person, code))).isInstanceOf(Decision.Accepted.class);
        refused(node.redeem(world.redemption(person, code)), Refusal.ALREADY_USED);
        refused(other.redeem(world.redemption(person, code)), Refusal.ALREADY_USED);
        assertThat(redemptions()).isOne();
    }

    @Test
    void acceptsOneOfTwoEqualCodesInOneBatch() {
        RedemptionKey code = world.code(person);
        // The first leaves alone; the two equal ones wait for it and share the next batch.
        List<Decision> decisions = node.redeemTogether(
                List.of(fresh(world.person()), world.redemption(person, code), world.redemption(person, code)));
        assertThat(decisions.getFirst()).isInstanceOf(Decision.Accepted.class);
        assertThat(decisions.subList(1, 3)).hasAtLeastOneElementOfType(Decision.Accepted.class);
        assertThat(decisions.subList(1, 3)).hasAtLeastOneElementOfType(Decision.Refused.class);
    }

    @Test
    void acceptsEachOfFiftyCodesOnceOfTwentyPostsOverTwoNodesAndGivesEveryoneTheirOwnAnswer() {
        List<Redemption> posts = new ArrayList<>();
        List<Person> owners = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Person owner = world.person();
            RedemptionKey code = world.code(owner);
            for (int post = 0; post < 20; post++) {
                posts.add(world.redemption(owner, code));
                owners.add(owner);
            }
        }
        List<Integer> order = new ArrayList<>(
                java.util.stream.IntStream.range(0, 1000).boxed().toList());
        Collections.shuffle(order, new Random(42));
        List<Redemption> here = order.subList(0, 500).stream().map(posts::get).toList();
        List<Redemption> there =
                order.subList(500, 1000).stream().map(posts::get).toList();
        var answersHere = node.begin(here);
        var answersThere = other.begin(there);
        List<Decision> answers = new ArrayList<>(World.await(answersHere));
        answers.addAll(World.await(answersThere));
        int accepted = 0;
        for (int i = 0; i < 1000; i++) {
            Redemption post = posts.get(order.get(i));
            if (answers.get(i) instanceof Decision.Accepted won) {
                accepted++;
                assertThat(won.entry().id()).isEqualTo(post.circumstances().attempt());
                assertThat(won.values().get(Field.SURNAME_PT))
                        .contains(owners.get(order.get(i)).fields().get(Field.SURNAME_PT));
            } else {
                refused(answers.get(i), Refusal.ALREADY_USED);
            }
        }
        assertThat(accepted).isEqualTo(50);
        assertThat(database.number("SELECT count(*) FROM access_record")).isEqualTo(1000);
        assertThat(database.number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
                .isZero();
    }

    @Test
    void refusesACodeOlderThanOneAlreadyRedeemed() {
        RedemptionKey older = world.code(person, 10);
        RedemptionKey sameSecond = new RedemptionKey(
                person.keyId(), older.iat() + 5, mo.farol.token.Cti.of(new byte[] {0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1
                }));
        RedemptionKey newer = new RedemptionKey(person.keyId(), older.iat() + 5, mo.farol.token.Cti.of(new byte[] {
            (byte) 0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1
        }));
        assertThat(node.redeem(world.redemption(person, newer))).isInstanceOf(Decision.Accepted.class);
        refused(other.redeem(world.redemption(person, older)), Refusal.EXPIRED);
        refused(other.redeem(world.redemption(person, sameSecond)), Refusal.EXPIRED);
        assertThat(other.redeem(world.redemption(person, world.code(person, 0))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void judgesTheWindowByTheDatabasesTime() {
        assertThat(node.redeem(world.redemption(person, world.code(person, 40))))
                .isInstanceOf(Decision.Accepted.class);
        refused(node.redeem(world.redemption(person, world.code(person, 47))), Refusal.EXPIRED);
        refused(node.redeem(world.redemption(person, world.code(person, -17))), Refusal.CLOCK_SKEW);
        assertThat(node.redeem(world.redemption(person, world.code(person, -13))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void neverRedeemsALateCode() {
        Redemption late = new Redemption(
                world.code(person), person.key().sha256(), true, world.circumstances(world.terminal(), 1));
        refused(node.redeem(late), Refusal.EXPIRED);
        assertThat(redemptions()).isZero();
    }

    @Test
    void takesALongerLifeWhereConfigured() {
        try (Node patient = new Node(database.config(server.port(), Duration.ofSeconds(600)))) {
            assertThat(patient.redeem(world.redemption(person, world.code(person, 590))))
                    .isInstanceOf(Decision.Accepted.class);
        }
    }

    @Test
    void servesTheNeighboursOfARowThatPostgresRejects() {
        List<Redemption> asked = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            asked.add(fresh(world.person()));
        }
        asked.add(
                6,
                world.redemption(
                        person,
                        world.code(person),
                        world.circumstances(world.terminal(), 1, "a zero \0 in the place")));
        List<Decision> decisions = node.redeemTogether(asked);
        assertThat(decisions.get(6)).isEqualTo(new Decision.Unavailable());
        decisions.remove(6);
        assertThat(decisions).hasOnlyElementsOfType(Decision.Accepted.class);
        assertThat(redemptions()).isEqualTo(9);
    }

    @Test
    void acceptsACodeOnceOnBothSidesOfAPartitionBoundary() {
        long boundary = world.now() + 2;
        splitToday(boundary);
        RedemptionKey before = new RedemptionKey(person.keyId(), boundary - 1, new mo.farol.token.Cti(1, 1));
        RedemptionKey after = new RedemptionKey(person.keyId(), boundary, new mo.farol.token.Cti(2, 1));
        Person second = world.person();
        RedemptionKey secondsBefore = new RedemptionKey(second.keyId(), boundary - 1, new mo.farol.token.Cti(1, 1));
        assertThat(node.redeem(world.redemption(second, secondsBefore))).isInstanceOf(Decision.Accepted.class);
        assertThat(node.redeem(world.redemption(person, after))).isInstanceOf(Decision.Accepted.class);
        org.awaitility.Awaitility.await().until(() -> world.now() > boundary);
        refused(other.redeem(world.redemption(second, secondsBefore)), Refusal.ALREADY_USED);
        refused(node.redeem(world.redemption(person, after)), Refusal.ALREADY_USED);
        refused(node.redeem(world.redemption(person, before)), Refusal.EXPIRED);
        assertThat(redemptions()).isEqualTo(2);
    }

    @Test
    void acceptsNothingBelowTheCodeFloor() {
        database.execute("UPDATE arbiter SET code_floor = " + (world.now() - 5));
        refused(node.redeem(world.redemption(person, world.code(person, 10))), Refusal.EXPIRED);
        assertThat(node.redeem(world.redemption(person, world.code(person, 1)))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void doesNotDeadlockTwoNodesThatRedeemTheSameCodesInOppositeOrder() {
        for (int round = 0; round < 10; round++) {
            List<Redemption> here = new ArrayList<>();
            List<Redemption> there = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Person owner = round == 0 || i < 5 ? world.person() : person;
                RedemptionKey code = world.code(owner, -i / 10);
                here.add(world.redemption(owner, code));
                there.addFirst(world.redemption(owner, code));
            }
            var answersHere = node.begin(here);
            var answersThere = other.begin(there);
            List<Decision> all = new ArrayList<>(World.await(answersHere));
            all.addAll(World.await(answersThere));
            assertThat(all).doesNotContain(new Decision.Unavailable());
        }
        assertThat(database.number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
                .isZero();
    }

    /** Replaces the partitions of today and tomorrow by two that meet at the boundary. */
    private void splitToday(long boundary) {
        String today = "redemption_"
                + java.time.Instant.ofEpochSecond(boundary - 1)
                        .toString()
                        .substring(0, 10)
                        .replace("-", "");
        long start = boundary / 86400 * 86400;
        database.execute("DROP TABLE " + today + ";"
                + "CREATE TABLE redemption_low PARTITION OF redemption FOR VALUES FROM (" + start + ") TO (" + boundary
                + ");"
                + "CREATE TABLE redemption_high PARTITION OF redemption FOR VALUES FROM (" + boundary + ") TO ("
                + (start + 86400) + ")");
    }

    private static FieldValues values(Decision decision) {
        return ((Decision.Accepted) decision).values();
    }
}
