package mo.farol.store.arbiter;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import mo.farol.core.accesslog.RecordedEntry;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.Grant;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.FieldValues;
import mo.farol.core.verification.Redemption;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.store.testing.Proxy;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of questions about forty people, at two nodes, in batches that are split by rows PostgreSQL rejects, sent again
 * after deadlocks and cancels, and lost with their connections: every answer is about whom its question was about.
 */
class OwnAnswersTest {
    private static final int PEOPLE = 40;
    private static final int TERMINALS = 4;
    private static final int ROUNDS = 5;
    private static final int QUESTIONS = 500;

    private TestDatabase database;
    private Proxy proxy;
    private Node here;
    private Node there;
    private World world;
    private Grant grant;
    private final List<Person> people = new ArrayList<>();
    private final List<TerminalIdentity> terminals = new ArrayList<>();
    private final Map<RedemptionKey, Set<UUID>> acceptances = new HashMap<>();
    private final Map<UUID, Question> recorded = new HashMap<>();
    private int told;
    private int unanswered;

    /** A question, and whom it is about. */
    private record Question(Person about, TerminalIdentity at, Redemption redemption) {
        UUID attempt() {
            return redemption.circumstances().attempt();
        }
    }

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        proxy = new Proxy(database.port());
        here = new Node(database.config(proxy.port()));
        there = new Node(database.config());
        world = World.in(there.store(), 11);
        for (int i = 0; i < PEOPLE; i++) {
            people.add(world.person());
        }
        for (int i = 0; i < TERMINALS; i++) {
            terminals.add(world.addTerminal("terminal " + i));
        }
        grant = world.grant();
        database.execute("CREATE FUNCTION now_and_then() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF random() < 0.002 THEN RAISE EXCEPTION 'provoked' USING ERRCODE = '40P01'; END IF;"
                + " RETURN NEW; END $$");
        database.execute("CREATE TRIGGER deadlocks BEFORE INSERT ON access_record"
                + " FOR EACH ROW EXECUTE FUNCTION now_and_then()");
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        proxy.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = 20261125)
    void areGivenWhateverBecomesOfTheirBatch(long seed) throws SQLException {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            play(questions(random), random);
        }

        assertThat(told).as("releases").isGreaterThan(ROUNDS * PEOPLE / 2);
        assertThat(recorded).hasSizeGreaterThan(ROUNDS * QUESTIONS / 2);
        assertThat(unanswered).as("unavailable").isLessThan(ROUNDS * QUESTIONS / 2);
        assertThat(acceptances)
                .allSatisfy((code, attempts) -> assertThat(attempts).hasSize(1));
        recordsAreAboutTheSame();
    }

    /** Each person's code several times: by others, by honest retries, and in rows that no text column takes. */
    private List<Question> questions(Random random) {
        List<Question> questions = new ArrayList<>();
        while (questions.size() < QUESTIONS) {
            Person about = people.get(random.nextInt(PEOPLE));
            RedemptionKey code = world.code(about);
            long request = random.nextLong();
            TerminalIdentity first = terminals.get(random.nextInt(TERMINALS));
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                boolean retry = random.nextInt(3) == 0;
                TerminalIdentity at = retry ? first : terminals.get(random.nextInt(TERMINALS));
                String place = random.nextInt(60) == 0 ? "a zero \0 in the place" : "counter";
                questions.add(new Question(
                        about,
                        at,
                        world.redemption(
                                about,
                                code,
                                world.circumstances(at, retry ? request : random.nextLong(), place, grant))));
            }
        }
        Collections.shuffle(questions, random);
        return questions;
    }

    private void play(List<Question> questions, Random random) {
        int third = questions.size() / 3;
        List<Question> first = questions.subList(0, third);
        List<Question> second = questions.subList(third, 2 * third);
        List<Question> elsewhere = questions.subList(2 * third, questions.size());
        Future<List<Decision>> firstAnswers = begin(here, first);
        Future<List<Decision>> secondAnswers = begin(here, second);
        Future<List<Decision>> elsewhereAnswers = begin(there, elsewhere);
        if (random.nextBoolean()) {
            check(first, await(firstAnswers));
            proxy.cut();
        } else {
            database.execute("SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
                    + " WHERE usename = 'farol_app' AND state = 'active' AND datname = current_database()");
            proxy.cut();
            check(first, await(firstAnswers));
        }
        check(second, await(secondAnswers));
        check(elsewhere, await(elsewhereAnswers));
    }

    private static Future<List<Decision>> begin(Node node, List<Question> questions) {
        return node.begin(questions.stream().map(Question::redemption).toList());
    }

    private void check(List<Question> questions, List<Decision> decisions) {
        assertThat(decisions).hasSameSizeAs(questions);
        for (int i = 0; i < questions.size(); i++) {
            check(questions.get(i), decisions.get(i));
        }
    }

    private void check(Question question, Decision decision) {
        switch (decision) {
            case Decision.Accepted accepted -> {
                assertThat(accepted.entry().id()).isEqualTo(question.attempt());
                isAbout(question, accepted.entry(), accepted.values());
            }
            case Decision.AcceptedBefore before -> {
                assertThat(before.entry().requestHash())
                        .isEqualTo(
                                question.redemption().circumstances().retryKey().requestHash());
                isAbout(question, before.entry(), before.values());
            }
            case Decision.Refused refused -> {
                assertThat(refused.entry().id()).isEqualTo(question.attempt());
                recorded.put(question.attempt(), question);
            }
            case Decision.Unavailable unavailable -> unanswered++;
            case Decision.NotAllowed notAllowed -> throw new AssertionError("nothing was suspended");
            case Decision.DecideAgain again -> throw new AssertionError("nothing was changed");
        }
    }

    private void isAbout(Question question, RecordedEntry entry, FieldValues values) {
        told++;
        assertThat(entry.terminal()).isEqualTo(question.at().name());
        for (Field field : List.of(Field.SURNAME_PT, Field.SURNAME_ZH, Field.PHOTO)) {
            assertThat(values.get(field)).contains(question.about().fields().getOrDefault(field, "not on file"));
        }
        acceptances
                .computeIfAbsent(question.redemption().key(), code -> new HashSet<>())
                .add(entry.id());
        recorded.put(entry.id(), question);
    }

    private void recordsAreAboutTheSame() throws SQLException {
        int seen = 0;
        try (Connection connection = database.superuser();
                PreparedStatement all =
                        connection.prepareStatement("SELECT attempt, resident, terminal FROM access_record");
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
                Question question = recorded.get(rows.getObject("attempt", UUID.class));
                if (question != null) {
                    seen++;
                    assertThat(rows.getLong("resident"))
                            .isEqualTo(question.about().resident());
                    assertThat(rows.getLong("terminal")).isEqualTo(question.at().terminal());
                }
            }
        }
        assertThat(seen).as("answers have a record, and one").isEqualTo(recorded.size());
    }
}
