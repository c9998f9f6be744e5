package mo.farol.store.arbiter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.registry.BindingStatus;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.terminal.Standing;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.FieldValues;
import mo.farol.core.verification.ManualCheck;
import mo.farol.core.verification.Redemption;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.core.verification.Refusal;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class RedeemingTest {
    private final TestServer server;
    private TestDatabase database;
    private Node node;
    private Node other;
    private World world;
    private Person person;

    RedeemingTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.create(server);
        node = new Node(database.config());
        other = new Node(database.config());
        world = World.in(node.store(), 7);
        person = world.person();
    }

    @AfterEach
    void close() {
        node.close();
        other.close();
        database.close();
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
    void repeatsTheAnswerOfAnHonestRetryOnAnyNodeAndAlsoLate() {
        RedemptionKey code = world.code(person);
        Redemption first = world.redemption(person, code, world.circumstances(world.terminal(), 5));
        Decision.Accepted accepted = (Decision.Accepted) node.redeem(first);
        Circumstances again = world.circumstances(world.terminal(), 5);
        Redemption late = new Redemption(code, person.key().sha256(), true, again);
        for (Decision retry : List.of(
                node.redeem(world.redemption(person, code, again)),
                other.redeem(world.redemption(person, code, world.circumstances(world.terminal(), 5))),
                other.redeem(late))) {
            assertThat(retry).isInstanceOfSatisfying(Decision.AcceptedBefore.class, before -> {
                assertThat(before.entry().id()).isEqualTo(accepted.entry().id());
                assertThat(before.entry().leafHash()).isEqualTo(accepted.entry().leafHash());
                assertThat(before.entry().at()).isEqualTo(accepted.entry().at());
                assertThat(before.values().get(Field.HANDLE))
                        .isEqualTo(accepted.values().get(Field.HANDLE));
                assertThat(before.values().fields()).isEqualTo(accepted.values().fields());
            });
        }
        assertThat(database.number("SELECT count(*) FROM access_record")).isOne();
    }

    @Test
    void refusesARetryThatIsNotHonest() {
        RedemptionKey code = world.code(person);
        node.redeem(world.redemption(person, code, world.circumstances(world.terminal(), 5)));
        TerminalIdentity stranger = world.addTerminal("stranger");
        refused(node.redeem(world.redemption(person, code, world.circumstances(stranger, 5))), Refusal.ALREADY_USED);
        refused(
                node.redeem(world.redemption(person, code, world.circumstances(world.terminal(), 6))),
                Refusal.ALREADY_USED);
        Redemption late = new Redemption(code, person.key().sha256(), true, world.circumstances(world.terminal(), 6));
        refused(node.redeem(late), Refusal.EXPIRED);
    }

    @Test
    void givesARetryNoFieldsOnceBindingGrantOrTerminalNoLongerStand() {
        Runnable[] withdrawals = {
            () -> setBinding(BindingStatus.UNBOUND),
            () -> World.await(node.store().registry().withdrawGrant(world.institution(), world.purposeRow())),
            () -> World.await(
                    node.store().registry().suspendTerminal(world.terminal().terminal(), true)),
            () -> World.await(node.store().registry().setCardStatus(person.resident(), CardStatus.CANCELLED)),
        };
        Runnable[] restorations = {
            () -> setBinding(BindingStatus.ACTIVE),
            () -> world.grant(FieldSet.NAME_AND_PHOTO),
            () -> World.await(
                    node.store().registry().suspendTerminal(world.terminal().terminal(), false)),
            () -> World.await(node.store().registry().setCardStatus(person.resident(), CardStatus.IN_FORCE)),
        };
        for (int i = 0; i < withdrawals.length; i++) {
            RedemptionKey code = world.code(person, -i);
            Circumstances first = world.circumstances(world.terminal(), i);
            Circumstances again = world.circumstances(world.terminal(), i);
            assertThat(node.redeem(world.redemption(person, code, first))).isInstanceOf(Decision.Accepted.class);
            withdrawals[i].run();
            assertThat(node.redeem(world.redemption(person, code, again)))
                    .isInstanceOfSatisfying(Decision.AcceptedBefore.class, before -> {
                        assertThat(before.values().fields()).isEqualTo(FieldSet.NONE);
                        assertThat(before.entry().released()).isNotEqualTo(FieldSet.NONE);
                    });
            restorations[i].run();
        }
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
    void refusesWhatWasWithdrawnAMomentAgo() {
        setBinding(BindingStatus.SUSPENDED);
        refused(node.redeem(fresh()), Refusal.SUSPENDED);
        setBinding(BindingStatus.UNBOUND);
        refused(node.redeem(fresh()), Refusal.UNBOUND);
        Person rebound = world.bind(person.resident(), person.fields());
        setBinding(BindingStatus.SUPERSEDED);
        refused(node.redeem(fresh()), Refusal.SUPERSEDED);
        assertThat(node.redeem(fresh(rebound))).isInstanceOf(Decision.Accepted.class);
        World.await(node.store().registry().setCardStatus(person.resident(), CardStatus.CANCELLED));
        refused(node.redeem(fresh(rebound)), Refusal.CARD_CANCELLED);
    }

    @Test
    void supersedesTheFirstPhoneWhenASecondIsBound() {
        Person rebound = world.bind(person.resident(), person.fields());
        refused(node.redeem(fresh()), Refusal.SUPERSEDED);
        assertThat(node.redeem(fresh(rebound))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void refusesAnExpiredCardAndNeverAnIndefiniteOne() {
        LocalDate today = LocalDate.now(java.time.ZoneOffset.ofHours(8));
        refused(node.redeem(fresh(world.person(today.minusDays(1), true))), Refusal.CARD_EXPIRED);
        assertThat(node.redeem(fresh(world.person(today.plusDays(1), true)))).isInstanceOf(Decision.Accepted.class);
        assertThat(node.redeem(fresh(world.person(null, true)))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void asksAPersonToCheckAFoundCardAndAMissingPhoto() {
        assertThat(node.redeem(fresh(world.person(null, false))))
                .isInstanceOfSatisfying(Decision.Accepted.class, accepted -> {
                    assertThat(accepted.check()).contains(ManualCheck.NO_PHOTO_ON_FILE);
                    assertThat(accepted.entry().outcome()).isEqualTo("check_manually");
                    assertThat(accepted.entry().code()).isEqualTo("no_photo_on_file");
                });
        World.await(node.store().registry().setCardStatus(person.resident(), CardStatus.REPORTED_FOUND));
        assertThat(((Decision.Accepted) node.redeem(fresh())).check()).contains(ManualCheck.CARD_REPORTED_FOUND);
    }

    @Test
    void stopsATerminalAtOnceWhenItItsInstitutionItsMeansOrItsGrantIsWithdrawn() {
        var registry = node.store().registry();
        Redemption[] asked = {fresh(), fresh(), fresh(), fresh()};
        World.await(registry.withdrawGrant(world.institution(), world.purposeRow()));
        notAllowed(node.redeem(asked[0]), Standing.PURPOSE_NOT_GRANTED);
        World.await(registry.suspendMeans(world.means(), true));
        notAllowed(node.redeem(asked[1]), Standing.MEANS_SUSPENDED);
        World.await(registry.suspendInstitution(world.institution(), true));
        notAllowed(node.redeem(asked[2]), Standing.INSTITUTION_SUSPENDED);
        World.await(registry.suspendTerminal(world.terminal().terminal(), true));
        notAllowed(node.redeem(asked[3]), Standing.TERMINAL_SUSPENDED);
        assertThat(redemptions()).isZero();
    }

    @Test
    void decidesAgainWhenTheGrantOrTheKeyIsNotTheOneDecidedOn() {
        Redemption onOldGrant = fresh();
        world.grant(FieldSet.NAME_AND_PHOTO);
        assertThat(node.redeem(onOldGrant)).isEqualTo(new Decision.DecideAgain());
        Redemption otherKey =
                new Redemption(world.code(person), new byte[32], false, world.circumstances(world.terminal(), 1));
        assertThat(node.redeem(otherKey)).isEqualTo(new Decision.DecideAgain());
        assertThat(redemptions()).isZero();
        assertThat(database.number("SELECT count(*) FROM access_record")).isZero();
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

    private Redemption fresh() {
        return fresh(person);
    }

    private Redemption fresh(Person of) {
        return world.redemption(of, world.code(of));
    }

    private void setBinding(BindingStatus status) {
        World.await(node.store().registry().setBindingStatus(person.binding(), status));
    }

    private long redemptions() {
        return database.number("SELECT count(*) FROM redemption WHERE NOT void");
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

    private static void refused(Decision decision, Refusal refusal) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static void notAllowed(Decision decision, Standing standing) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.NotAllowed.class,
                        refused -> assertThat(refused.standing()).isEqualTo(standing));
    }
}
