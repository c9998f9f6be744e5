package mo.farol.store;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import mo.farol.core.terminal.Standing;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.testing.Proxy;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.World;
import mo.farol.store.testing.World.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node keeps of facts that can be withdrawn, with nobody to tell it that they were: how old they get at most. */
class CachedFactsTest {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong leapt = new AtomicLong();
    private TestDatabase database;
    private Proxy proxy;
    private Store store;
    private World world;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.create();
        proxy = new Proxy(database.port());
        StoreConfig config = database.config(proxy.port());
        AtRestKeys keys = AtRestKeys.load(config.keyStore(), config.keyStorePassword());
        store = await(
                new OpenStore(vertx, config, keys, () -> System.nanoTime() + leapt.get(), Optional.empty()).started());
        world = World.in(store, 41);
    }

    @AfterEach
    void close() {
        await(store.close());
        await(vertx.close());
        proxy.close();
        database.close();
    }

    private void pass(Duration time) {
        leapt.addAndGet(time.toNanos());
    }

    @Test
    void aGrantIsThreeSecondsOldAtMost() {
        assertThat(grant()).isTrue();
        await(store.registry().withdrawGrant(world.institution(), world.purposeRow()));
        assertThat(grant()).as("cached").isTrue();

        pass(Duration.ofSeconds(3));

        assertThat(grant()).isFalse();
    }

    @Test
    void aTerminalsStandingIsTenSecondsOldAtMost() {
        assertThat(standing()).isEmpty();
        await(store.registry().suspendTerminal(world.terminal().terminal(), true));
        assertThat(standing()).as("cached").isEmpty();

        pass(Duration.ofSeconds(10));

        assertThat(standing()).contains(Standing.TERMINAL_SUSPENDED);
    }

    @Test
    void whatIsForgottenIsReadAgainAtOnce() {
        assertThat(grant()).isTrue();
        assertThat(standing()).isEmpty();
        await(store.registry().withdrawGrant(world.institution(), world.purposeRow()));
        await(store.registry().suspendInstitution(world.institution(), true));

        store.policyCatalogue().forget(world.institution(), world.purpose());
        store.standings().forgetAll();

        assertThat(grant()).isFalse();
        assertThat(standing()).contains(Standing.INSTITUTION_SUSPENDED);
        await(store.registry().suspendInstitution(world.institution(), false));
        store.standings().forget(world.terminal().terminal());
        assertThat(standing()).isEmpty();
    }

    @Test
    void aPublicKeyIsAnHourOldAtMost() {
        Person person = world.person();
        assertThat(lookedUp(person)).isTrue();
        pass(Duration.ofMinutes(59));
        assertThat(lookedUp(person)).isFalse();

        pass(Duration.ofMinutes(1));

        assertThat(lookedUp(person)).isTrue();
    }

    @Test
    void theDatabasesTimeIsNotBelievedOnceItIsUncertainAndTheNodeTakesItselfOut() {
        assertThat(store.readiness().ready()).isTrue();
        proxy.refuse(true);
        proxy.cut();

        // The drift of two clocks is a hundredth of their time apart: 2 s after 200.
        pass(Duration.ofSeconds(201));

        assertThat(store.readiness().problems()).contains("the database's time is not known to 2 s");
        proxy.refuse(false);
        org.awaitility.Awaitility.await().until(() -> store.readiness().ready());
    }

    private boolean grant() {
        return await(store.policyCatalogue().grant(world.institution(), world.purpose()))
                .isPresent();
    }

    private Optional<Standing> standing() {
        return await(store.standings().of(world.terminal()));
    }

    private boolean lookedUp(Person person) {
        return await(store.publicKeys().find(person.keyId(), world.terminal())).lookedUp();
    }
}
