package mo.farol.store.arbiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Redemption;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class FirstUseTest extends RedeemingCase {
    private static final String NOTICES = "SELECT count(*) FROM notice WHERE kind = 13";

    FirstUseTest(TestServer server) {
        super(server);
    }

    @Test
    void tellsTheFirstUseByAnInstitutionWithTheReceiptAndNoLaterOne() {
        Redemption first = fresh();
        assertThat(node.redeem(first)).isInstanceOf(Decision.Accepted.class);
        assertThat(other.redeem(fresh())).isInstanceOf(Decision.Accepted.class);
        assertThat(node.redeem(fresh())).isInstanceOf(Decision.Accepted.class);
        assertThat(database.number(NOTICES)).isOne();
        assertThat(database.number(NOTICES + " AND event = '"
                        + first.circumstances().attempt() + "' AND resident = " + person.resident() + " AND about = "
                        + person.resident() + " AND institution = " + world.institution() + " AND mail = 4"))
                .isOne();
        // A UUIDv7 of the database's time.
        assertThat(database.number("SELECT abs(extract(epoch FROM at) * 1000 - ('x0000' || substr(replace(id::text,"
                        + " '-', ''), 1, 12))::bit(64)::bigint)::bigint FROM notice WHERE substr(id::text, 15, 1) = '7'"
                        + " AND substr(id::text, 20, 1) IN ('8', '9', 'a', 'b')"))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void tellsEachInstitutionsFirstUseAndMailsWhoHasAnAddress() {
        database.execute("INSERT INTO contact VALUES (" + person.resident() + ", 1, '\\x01')");
        World elsewhere = World.in(node.store(), 8);
        assertThat(node.redeem(fresh())).isInstanceOf(Decision.Accepted.class);
        assertThat(node.redeem(elsewhere.redemption(person, world.code(person))))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(database.number(NOTICES + " AND mail = 1 AND mail_after <= now()"))
                .isEqualTo(2);
        assertThat(database.number("SELECT count(DISTINCT institution) FROM notice"))
                .isEqualTo(2);
    }

    @Test
    void tellsWhoHasAuthorityOverAMinorAndNobodyElse() {
        Person mother = world.person();
        Person father = world.person();
        Person adult = world.person();
        database.execute("UPDATE binding SET way = 2 WHERE id = " + person.binding());
        database.execute("INSERT INTO guardianship VALUES (" + person.resident() + ", " + mother.resident()
                + ", 1, true, 1), (" + person.resident() + ", " + father.resident() + ", 1, false, 2), ("
                + adult.resident() + ", " + mother.resident() + ", 1, true, 1)");
        assertThat(node.redeem(fresh())).isInstanceOf(Decision.Accepted.class);
        assertThat(node.redeem(fresh(adult))).isInstanceOf(Decision.Accepted.class);
        assertThat(database.number(NOTICES + " AND about = " + person.resident()))
                .isEqualTo(2);
        assertThat(database.number(NOTICES + " AND resident = " + mother.resident()))
                .isOne();
        assertThat(database.number(NOTICES + " AND resident = " + father.resident()))
                .isZero();
        assertThat(database.number(NOTICES + " AND about = " + adult.resident()))
                .isOne();
    }

    @Test
    void tellsNoParentOfWhoCameOfAgeAndKeptTheBinding() {
        Person mother = world.person();
        database.execute("UPDATE binding SET way = 2 WHERE id = " + person.binding());
        database.execute(
                "INSERT INTO guardianship VALUES (" + person.resident() + ", " + mother.resident() + ", 1, true, 1)");
        database.execute("INSERT INTO notice VALUES (gen_random_uuid(), " + person.resident() + ", 12, now(), "
                + person.resident() + ", null, null, null, 4, 0, now())");
        assertThat(node.redeem(fresh())).isInstanceOf(Decision.Accepted.class);
        assertThat(database.number(NOTICES + " AND resident = " + person.resident()))
                .isOne();
        assertThat(database.number(NOTICES)).isOne();
    }

    @Test
    void tellsNothingOfWhatWasRefused() {
        assertThat(node.redeem(world.redemption(person, world.code(person, 100))))
                .isInstanceOf(Decision.Refused.class);
        assertThat(database.number(NOTICES)).isZero();
        assertThat(database.number("SELECT count(*) FROM institution_seen")).isZero();
    }

    @Test
    void tellsOnceWhenTwoGatewaysReadTheSamePeopleAtOnce() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            people.add(world.person());
        }
        Future<List<Decision>> here = node.begin(shuffledScans(people, 1));
        Future<List<Decision>> there = other.begin(shuffledScans(people, 2));
        List<Decision> answers = new ArrayList<>(World.await(here));
        answers.addAll(World.await(there));
        assertThat(answers).doesNotContain(new Decision.Unavailable());
        assertThat(database.number("SELECT count(DISTINCT resident) FROM notice"))
                .isEqualTo(60);
        assertThat(database.number(NOTICES)).isEqualTo(60);
        assertThat(
                        database.number(
                                "SELECT count(*) FROM notice n JOIN redemption r ON r.attempt = n.event AND r.resident = n.about"))
                .isEqualTo(60);
        assertThat(database.number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
                .isZero();
    }

    private List<Redemption> shuffledScans(List<Person> people, long seed) {
        List<Redemption> scans = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            people.forEach(each -> scans.add(world.redemption(each, world.code(each))));
        }
        Collections.shuffle(scans, new Random(seed));
        return scans;
    }
}
