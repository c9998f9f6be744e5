package mo.farol.store.terminal;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mo.farol.core.terminal.Standing;
import mo.farol.store.Store;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TerminalsTest {
    private final Vertx vertx = Vertx.vertx();
    private final TestDatabase database = TestDatabase.create();
    private Store store;
    private World world;

    @BeforeEach
    void open() {
        store = await(Store.open(vertx, database.config()));
        world = World.in(store, 41);
    }

    @AfterEach
    void close() {
        await(store.close());
        await(vertx.close());
        database.close();
    }

    @Test
    void findsATerminalByItsClientIdAndNobodyByAnother() {
        assertThat(await(store.terminals().byClientId(world.terminal().name()))).hasValueSatisfying(terminal -> {
            assertThat(terminal.identity()).isEqualTo(world.terminal());
            assertThat(terminal.publicJwk()).isEqualTo("{}");
            assertThat(terminal.suspended()).isEmpty();
        });
        assertThat(await(store.terminals().byClientId("nobody"))).isEmpty();
        assertThat(await(store.terminals().byClientId("zero \0"))).isEmpty();
    }

    @Test
    void saysAtOnceWhoIsSuspended() {
        await(store.registry().suspendMeans(world.means(), true));
        assertThat(standing()).contains(Standing.MEANS_SUSPENDED);
        await(store.registry().suspendInstitution(world.institution(), true));
        assertThat(standing()).contains(Standing.INSTITUTION_SUSPENDED);
        await(store.registry().suspendTerminal(world.terminal().terminal(), true));
        assertThat(standing()).contains(Standing.TERMINAL_SUSPENDED);
    }

    @Test
    void letsOneOfManySimultaneousUsesOfAnAssertionBeTheFirst() {
        List<Future<Boolean>> uses = new ArrayList<>();
        Instant expiry = Instant.ofEpochSecond(world.now() + 60);
        for (int i = 0; i < 20; i++) {
            uses.add(store.assertionJtis().firstUse("a", "same", expiry));
        }
        await(Future.all(uses));
        assertThat(uses.stream().filter(Future::result)).hasSize(1);
        assertThat(await(store.assertionJtis().firstUse("b", "same", expiry))).isTrue();
        assertThat(await(store.assertionJtis().firstUse("a", "other \0", expiry)))
                .isTrue();
    }

    private Optional<Standing> standing() {
        return await(store.terminals().byClientId(world.terminal().name()))
                .orElseThrow()
                .suspended();
    }
}
