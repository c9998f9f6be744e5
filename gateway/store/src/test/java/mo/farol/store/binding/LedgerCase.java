package mo.farol.store.binding;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.Entered;
import mo.farol.core.verification.Decision;
import mo.farol.store.Store;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two gateways' stores over one database, and a resident with a phone. */
abstract class LedgerCase {
    final TestServer server;
    final Random random = new Random(3);
    private final Vertx vertx = Vertx.vertx();
    private final Vertx otherVertx = Vertx.vertx();
    private final AtomicLong requests = new AtomicLong(1_000_000);
    TestDatabase database;
    Store store;
    Store other;
    World world;
    Person person;

    LedgerCase(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.create(server);
        store = await(Store.open(vertx, database.config()));
        other = await(Store.open(otherVertx, database.config()));
        world = World.in(store, 5);
        person = world.person();
    }

    @AfterEach
    void close() {
        await(store.close());
        await(other.close());
        await(vertx.close());
        await(otherVertx.close());
        database.close();
    }

    /** An act of its own on the person's e-ID. */
    Entered act(EidLedger.Rule rule) {
        return act(person, rule);
    }

    Entered act(Person on, EidLedger.Rule rule) {
        return await(store.eidLedger().decide(on.resident(), Acts.request(requests.incrementAndGet()), rule));
    }

    Decision scanElsewhere(Person of) {
        return await(other.arbiter().redeem(world.redemption(of, world.code(of))));
    }

    long count(String from) {
        return database.number("SELECT count(*) FROM " + from);
    }

    static EidEvent done(Entered entered) {
        assertThat(entered).isInstanceOf(Entered.Done.class);
        return ((Entered.Done) entered).event();
    }

    static EidEvent refused(Entered entered, BindingRefusal why) {
        assertThat(entered)
                .isInstanceOfSatisfying(
                        Entered.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
        return ((Entered.Refused) entered).event();
    }
}
