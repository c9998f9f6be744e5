package mo.farol.store.connection;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.accesslog.RecordedEntry;
import mo.farol.core.verification.PublicKeys;
import mo.farol.core.verification.Refusal;
import mo.farol.store.Store;
import mo.farol.store.testing.Proxy;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer of the server's is lost on its way, as by a one-way cut, and the connection looks well. */
class LostAnswersTest {
    /** A connection that is silent is given up after four seconds, and what was asked is asked again. */
    private static final Duration SOON = Duration.ofSeconds(12);

    private final Vertx vertx = Vertx.vertx();
    private TestDatabase database;
    private Proxy proxy;
    private Store store;
    private World world;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        proxy = new Proxy(database.port());
        store = await(Store.open(vertx, database.config(proxy.port())));
        world = World.in(store, 41);
    }

    @AfterEach
    void close() {
        await(store.close());
        await(vertx.close());
        proxy.close();
        database.close();
    }

    @Test
    void aRefusalIsRecordedSoonAfter() {
        Person person = world.person();
        Circumstances first = circumstances(1);
        Circumstances second = circumstances(2);
        await(record(person, first));
        proxy.swallowAnswers();
        Future<RecordedEntry> recorded = record(person, second);
        await().atMost(SOON).until(recorded::isComplete);
        assertThat(await(recorded).code()).isEqualTo("expired");
        assertThat(database.number("SELECT count(*) FROM access_record")).isEqualTo(2);
    }

    @Test
    void aKeyIsLookedUpSoonAfter() {
        Person known = world.person();
        Person other = world.person();
        await(store.publicKeys().find(known.keyId(), world.terminal()));
        proxy.swallowAnswers();
        Future<PublicKeys.Found> lost = store.publicKeys().find(other.keyId(), world.terminal());
        await().atMost(SOON).until(lost::isComplete);
        assertThat(await(store.publicKeys().find(other.keyId(), world.terminal()))
                        .key())
                .contains(other.key());
    }

    private Circumstances circumstances(long request) {
        return world.circumstances(world.terminal(), request, "counter 3");
    }

    private Future<RecordedEntry> record(Person person, Circumstances asked) {
        return store.accessLog().recordRefusal(person.keyId(), Refusal.EXPIRED, asked);
    }
}
