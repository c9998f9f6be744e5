package mo.farol.store.arbiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Redemption;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.core.verification.Refusal;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import mo.farol.token.Nonce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever answers a challenge at the same moment: one of them is accepted, and nobody waits for anybody in a circle. */
@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class ChallengeRaceTest extends RedeemingCase {
    private static final String WAITING =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    private ShownChallenges shown;

    ChallengeRaceTest(TestServer server) {
        super(server);
    }

    @BeforeEach
    void show() {
        shown = new ShownChallenges(node, world);
    }

    @Test
    void acceptsOneOfTwoCodesForOneChallengeInOneBatch() {
        Nonce nonce = shown.show();
        Person second = world.person();
        // The first leaves alone; the two that answer wait for it and share the next batch.
        List<Decision> decisions = node.redeemTogether(
                List.of(fresh(world.person()), shown.answer(person, nonce), shown.answer(second, nonce)));
        assertThat(decisions.getFirst()).isInstanceOf(Decision.Accepted.class);
        assertThat(decisions.subList(1, 3)).hasAtLeastOneElementOfType(Decision.Accepted.class);
        Decision loser = decisions.get(decisions.get(1) instanceof Decision.Accepted ? 2 : 1);
        refused(loser, Refusal.CHALLENGE_MISMATCH);
        assertThat(redemptions()).isEqualTo(2);
        assertThat(database.number("SELECT count(*) FROM access_record WHERE why = 12"))
                .isOne();
    }

    @Test
    void acceptsOneOfTwoEqualCodesInOneBatchAndSaysThatTheOtherWasUsed() {
        Nonce nonce = shown.show();
        RedemptionKey code = world.code(person);
        List<Decision> decisions = node.redeemTogether(List.of(
                fresh(world.person()),
                shown.answer(person, code, world.terminal(), nonce),
                shown.answer(person, code, world.terminal(), nonce)));
        assertThat(decisions.subList(1, 3)).hasAtLeastOneElementOfType(Decision.Accepted.class);
        refused(decisions.get(decisions.get(1) instanceof Decision.Accepted ? 2 : 1), Refusal.ALREADY_USED);
    }

    /** Per challenge two people's codes, each sent to both nodes, among plain codes that both nodes are sent as well. */
    @Test
    void acceptsOneCodeForEachChallengeOverTwoNodesWithoutADeadlock() {
        Map<Nonce, Integer> accepted = new HashMap<>();
        List<Redemption> here = new ArrayList<>();
        List<Redemption> there = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Nonce nonce = shown.show();
            accepted.put(nonce, 0);
            for (Person each : List.of(world.person(), world.person())) {
                RedemptionKey code = world.code(each);
                here.add(shown.answer(each, code, world.terminal(), nonce));
                there.add(shown.answer(each, code, world.terminal(), nonce));
            }
            Person plain = world.person();
            RedemptionKey code = world.code(plain);
            here.add(world.redemption(plain, code));
            there.add(world.redemption(plain, code));
        }
        Collections.shuffle(here, new Random(1));
        Collections.shuffle(there, new Random(2));
        Future<List<Decision>> answersHere = node.begin(here);
        Future<List<Decision>> answersThere = other.begin(there);
        int plainAccepted = count(here, World.await(answersHere), accepted);
        plainAccepted += count(there, World.await(answersThere), accepted);

        assertThat(accepted.values()).containsOnly(1);
        assertThat(plainAccepted).isEqualTo(60);
        assertThat(redemptions()).isEqualTo(120);
        assertThat(database.number(
                        "SELECT count(*) FROM terminal_challenge c JOIN redemption r ON r.attempt = c.used_by"))
                .isEqualTo(60);
        assertThat(database.number("SELECT count(*) FROM access_record")).isEqualTo(360);
        assertThat(database.number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
                .isZero();
    }

    /** @return how many plain codes were accepted; refusals are the right ones */
    private static int count(List<Redemption> asked, List<Decision> answers, Map<Nonce, Integer> accepted) {
        int plain = 0;
        for (int i = 0; i < asked.size(); i++) {
            Nonce nonce = asked.get(i).nonce();
            if (answers.get(i) instanceof Decision.Accepted won) {
                assertThat(won.entry().id())
                        .isEqualTo(asked.get(i).circumstances().attempt());
                plain += nonce == null ? 1 : 0;
                accepted.computeIfPresent(nonce == null ? Nonce.of(new byte[16]) : nonce, (id, before) -> before + 1);
            } else {
                Refusal why = ((Decision.Refused) answers.get(i)).refusal();
                assertThat(why)
                        .isIn(Refusal.ALREADY_USED, nonce == null ? Refusal.ALREADY_USED : Refusal.CHALLENGE_MISMATCH);
            }
        }
        return plain;
    }

    @Test
    void waitsForWhoIsAnsweringTheChallengeAndIsRefusedWhenTheyCommit() throws SQLException {
        refused(whileAnotherAnswers(true), Refusal.CHALLENGE_MISMATCH);
        assertThat(database.number("SELECT count(*) FROM access_record WHERE why = 12"))
                .isOne();
    }

    @Test
    void isAcceptedWhenWhoWasAnsweringTheChallengeRollsBack() throws SQLException {
        assertThat(whileAnotherAnswers(false)).isInstanceOf(Decision.Accepted.class);
    }

    private Decision whileAnotherAnswers(boolean commit) throws SQLException {
        Nonce nonce = shown.show();
        try (Connection holder = database.superuser();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("UPDATE terminal_challenge SET used_by = gen_random_uuid()");
            Future<List<Decision>> answer = node.begin(List.of(shown.answer(person, nonce)));
            await().until(() -> database.number(WAITING) == 1);
            if (commit) {
                holder.commit();
            } else {
                holder.rollback();
            }
            return World.await(answer).getFirst();
        }
    }
}
