package mo.farol.store.arbiter;

import static org.assertj.core.api.Assertions.assertThat;

import mo.farol.core.binding.BindingStatus;
import mo.farol.core.terminal.Standing;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Redemption;
import mo.farol.core.verification.Refusal;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two nodes over one database, a small world and one person in it. */
abstract class RedeemingCase {
    final TestServer server;
    TestDatabase database;
    Node node;
    Node other;
    World world;
    Person person;

    RedeemingCase(TestServer server) {
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

    Redemption fresh() {
        return fresh(person);
    }

    Redemption fresh(Person of) {
        return world.redemption(of, world.code(of));
    }

    void setBinding(BindingStatus status) {
        World.await(node.store().registry().setBindingStatus(person.binding(), status));
    }

    long redemptions() {
        return database.number("SELECT count(*) FROM redemption WHERE NOT void");
    }

    static void refused(Decision decision, Refusal refusal) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    static void notAllowed(Decision decision, Standing standing) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.NotAllowed.class,
                        refused -> assertThat(refused.standing()).isEqualTo(standing));
    }
}
