package mo.farol.store.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.Redemption;
import mo.farol.core.verification.Refusal;
import mo.farol.store.Store;
import mo.farol.store.StoreConfig;
import mo.farol.store.testing.Proxy;
import mo.farol.store.testing.TestDatabase;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.World;
import mo.farol.store.upkeep.CodeFloor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class ServerCheckTest {
    private final Vertx vertx = Vertx.vertx();
    private final TestServer server;
    private TestDatabase database;

    ServerCheckTest(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void create() {
        database = TestDatabase.create(server);
    }

    @AfterEach
    void close() {
        World.await(vertx.close());
        database.close();
    }

    @Test
    void refusesAServerThatAnswersBeforeTheCommitIsOnDisk() {
        database.execute("DO $$ BEGIN EXECUTE format('ALTER ROLE farol_app IN DATABASE %I"
                + " SET synchronous_commit = off', current_database()); END $$");
        assertThatThrownBy(() -> World.await(Store.open(vertx, database.config())))
                .hasMessageContaining("the server is not durable: synchronous_commit is off");
        Store throwAway = World.await(Store.open(vertx, copy(database.config(), "farol_app", true)));
        World.await(throwAway.close());
    }

    @Test
    void namesEverythingThatMakesAServerForget() {
        // The embedded server is given these on its command line, where they cannot be changed.
        assumeThat(server.toString()).doesNotContain("embedded");
        try {
            set("fsync", "off");
            set("full_page_writes", "off");
            assertThatThrownBy(() -> World.await(Store.open(vertx, database.config())))
                    .hasMessageContaining("the server is not durable: fsync is off;"
                            + " the server is not durable: full_page_writes is off");
        } finally {
            set("fsync", "on");
            set("full_page_writes", "on");
        }
    }

    @Test
    void refusesAnotherServerThanTheRecordedOneUntilTheCodeFloorIsRaised() {
        Proxy proxy = new Proxy(server.port());
        Store store = World.await(Store.open(vertx, database.config(proxy.port())));
        World world = World.in(store, 1);
        World.Person person = world.person();
        Redemption asked = world.redemption(person, world.code(person));
        database.execute("UPDATE arbiter SET timeline = timeline + 1");
        proxy.cut();
        await().until(() -> !store.readiness().ready());
        assertThat(World.await(store.arbiter().redeem(asked))).isEqualTo(new Decision.Unavailable());
        await().until(() -> store.readiness().problems().stream().anyMatch(problem -> problem.contains("timeline")));
        assertThatThrownBy(() -> World.await(Store.open(vertx, database.config())))
                .hasMessageContaining("timeline");
        World.await(CodeFloor.raise(vertx, database.config()));
        Decision after = World.await(store.arbiter().redeem(asked));
        assertThat(after)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.EXPIRED));
        await().until(() -> store.readiness().ready());
        World.await(store.close());
        proxy.close();
    }

    @Test
    void refusesARoleThatMayDoTooMuchOrHasNoLimits() {
        StoreConfig owner = as("postgres");
        assertThatThrownBy(() -> World.await(Store.open(vertx, owner)))
                .hasMessageContaining("application's own role")
                .hasMessageContaining("timeout");
    }

    @Test
    void saysThatTheServerCannotBeReached() {
        Proxy closed = new Proxy(server.port());
        int port = closed.port();
        closed.close();
        assertThatThrownBy(() -> World.await(Store.open(vertx, database.config(port))))
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void waitsForAServerThatAnswersAMomentLater() {
        Proxy proxy = new Proxy(server.port());
        proxy.refuse(true);
        Future<Store> opening = Store.open(vertx, database.config(proxy.port()));
        await().until(proxy::turnedAway);
        proxy.refuse(false);
        World.await(World.await(opening).close());
        proxy.close();
    }

    @Test
    void saysThatTheServerDoesNotTakeTheRole() {
        StoreConfig right = database.config(server.port());
        StoreConfig wrong = new StoreConfig(
                right.host(),
                right.port(),
                "no_such_database",
                right.user(),
                right.password(),
                right.caFile(),
                right.poolSize(),
                right.keyStore(),
                right.keyStorePassword(),
                right.codeLife(),
                right.clockTolerance(),
                right.allowNotDurable());
        assertThatThrownBy(() -> World.await(Store.open(vertx, wrong)))
                .hasMessageContaining("PostgreSQL refuses the connection")
                .hasMessageContaining("3D000");
    }

    @Test
    void saysThatTheDatabaseWasNotMigrated() {
        database.execute("DROP SCHEMA farol CASCADE");
        assertThatThrownBy(() -> World.await(Store.open(vertx, database.config())))
                .hasMessageContaining("has not been migrated: run farol migrate");
    }

    @Test
    void givesUpAServerThatTakesConnectionsAndNeverSaysAWord() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Connections connections = new Connections(vertx, database.config(mute.getLocalPort()), "mute", 2, 30);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> World.await(connections.connection().timeout(8, TimeUnit.SECONDS)))
                        .hasMessageContaining("cannot be reached");
            }
            connections.close();
        }
    }

    @Test
    void answersEveryQuestionHoweverManyComeAtOnceAndGoesOn() {
        Proxy proxy = new Proxy(server.port());
        Connections connections = new Connections(vertx, database.config(proxy.port()), "crowded", 2, 30);
        assertThat(answered(connections, 5_000)).as("some find the queue full").isBetween(1L, 5_000L);
        World.await(connections.ask("SELECT 1", Tuple.tuple()));
        proxy.swallowAnswers();
        assertThat(answered(connections, 1_000)).isZero();
        proxy.cut();
        await().until(() -> answered(connections, 1) == 1);
        World.await(connections.close());
        proxy.close();
    }

    /** @return how many of so many questions at once are answered; the rest fail by name */
    private static long answered(Connections connections, int questions) {
        List<Future<RowSet<Row>>> asked = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            asked.add(connections.ask("SELECT 1", Tuple.tuple()));
        }
        World.await(Future.join(asked).otherwiseEmpty());
        asked.stream()
                .filter(Future::failed)
                .forEach(each -> assertThat(each.cause()).isInstanceOf(ArbiterUnreachable.class));
        return asked.stream().filter(Future::succeeded).count();
    }

    @Test
    void givesUpAQuestionThatAFrozenServerDoesNotAnswer() {
        Proxy proxy = new Proxy(server.port());
        Store store = World.await(Store.open(vertx, database.config(proxy.port())));
        assertThat(World.await(store.terminals().byClientId("nobody"))).isEmpty();
        proxy.swallowAnswers();
        assertThatThrownBy(
                        () -> World.await(store.terminals().byClientId("nobody").timeout(10, TimeUnit.SECONDS)))
                .hasMessageContaining("does not answer");
        proxy.cut();
        World.await(store.close());
        proxy.close();
    }

    @Test
    void losesReadinessWithTheServerAndFindsItAgain() {
        Proxy proxy = new Proxy(server.port());
        Store store = World.await(Store.open(vertx, database.config(proxy.port())));
        assertThat(store.readiness().ready()).isTrue();
        proxy.refuse(true);
        proxy.cut();
        await().until(() -> !store.readiness().ready());
        proxy.refuse(false);
        await().atMost(Duration.ofSeconds(5)).until(() -> store.readiness().ready());
        World.await(store.close());
        proxy.close();
    }

    private void set(String name, String value) {
        database.execute("ALTER SYSTEM SET " + name + " = '" + value + "'");
        database.execute("SELECT pg_reload_conf()");
        await().until(() -> database.number("SELECT (current_setting('" + name + "') = '" + value + "')::int") == 1);
    }

    private StoreConfig as(String user) {
        return copy(database.config(), user, false);
    }

    private static StoreConfig copy(StoreConfig of, String user, boolean allowNotDurable) {
        return new StoreConfig(
                of.host(),
                of.port(),
                of.database(),
                user,
                of.password(),
                of.caFile(),
                of.poolSize(),
                of.keyStore(),
                of.keyStorePassword(),
                of.codeLife(),
                of.clockTolerance(),
                allowNotDurable);
    }
}
