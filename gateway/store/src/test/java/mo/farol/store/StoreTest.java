package mo.farol.store;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import mo.farol.core.policy.Field;
import mo.farol.core.verification.Decision;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoreTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void closeVertx() {
        await(vertx.close());
    }

    @ParameterizedTest
    @MethodSource("mo.farol.store.testing.TestServer#all")
    void opensOnEveryServerAndAcceptsACode(TestServer server) {
        try (TestDatabase database = TestDatabase.create(server)) {
            Store store = await(Store.open(vertx, database.config()));
            assertThat(store.readiness().problems()).isEmpty();
            World world = World.in(store, 1);
            World.Person person = world.person();
            Decision decision = await(store.arbiter().redeem(world.redemption(person, world.code(person))));
            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.Accepted.class,
                            accepted -> assertThat(accepted.values().get(Field.SURNAME_ZH))
                                    .contains(person.fields().get(Field.SURNAME_ZH)));
            await(store.close());
        }
    }
}
