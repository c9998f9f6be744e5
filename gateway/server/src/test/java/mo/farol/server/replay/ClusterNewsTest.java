package mo.farol.server.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import mo.farol.cluster.config.ClusterSettings;
import mo.farol.cluster.config.ClusterSettingsReader;
import mo.farol.cluster.config.InvalidClusterSettings;
import mo.farol.core.policy.Grant;
import mo.farol.core.policy.PolicyCatalogue;
import mo.farol.core.terminal.Standing;
import mo.farol.core.terminal.Standings;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.PublicKeys;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.core.verification.ReplayTable;
import mo.farol.core.verification.RetryKey;
import mo.farol.core.verification.Sighting;
import mo.farol.token.BindingKeyId;
import mo.farol.token.Cti;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterNewsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final Forgetting forgottenHere = new Forgetting();
    private final Forgetting forgottenThere = new Forgetting();
    private final ClusterNews here = new ClusterNews(forgottenHere.facts());
    private final ClusterNews there = new ClusterNews(forgottenThere.facts());

    /** Caches that only write down what they are told to forget. */
    private static final class Forgetting implements PolicyCatalogue, PublicKeys, Standings {
        final List<Object> forgotten = new CopyOnWriteArrayList<>();

        CachedFacts facts() {
            return new CachedFacts(this, this, this);
        }

        @Override
        public Future<Optional<Standing>> of(TerminalIdentity terminal) {
            return Future.succeededFuture(Optional.empty());
        }

        @Override
        public void forget(long terminal) {
            forgotten.add("terminal " + terminal);
        }

        @Override
        public void forgetAll() {
            forgotten.add("all terminals");
        }

        @Override
        public Future<Optional<Grant>> grant(long institution, String purpose) {
            return Future.succeededFuture(Optional.empty());
        }

        @Override
        public void forget(long institution, String purpose) {
            forgotten.add(institution + "/" + purpose);
        }

        @Override
        public Future<Found> find(BindingKeyId id, TerminalIdentity onBehalfOf) {
            return Future.succeededFuture(new Found(Optional.empty(), true));
        }

        @Override
        public Future<Void> lookUpAgain(BindingKeyId id, TerminalIdentity onBehalfOf) {
            return Future.succeededFuture();
        }

        @Override
        public void giveBack(TerminalIdentity onBehalfOf) {
            forgotten.add("a look-up of " + onBehalfOf.terminal());
        }

        @Override
        public void forget(BindingKeyId id) {
            forgotten.add(id);
        }
    }

    @AfterEach
    void leave() {
        done(here.leave(vertx));
        done(there.leave(vertx));
        done(vertx.close());
    }

    @Test
    void bringsARedeemedCodeIntoTheOtherGatewaysTable() throws Exception {
        ReplayTable table = new ReplayTable(1_000, Duration.ofSeconds(180), System::nanoTime);
        RedemptionKey code = new RedemptionKey(new BindingKeyId(7), 1_795_478_400L, new Cti(1, 2));
        RetryKey by = new RetryKey(11, new byte[32], new byte[32]);
        RetryKey another = new RetryKey(12, new byte[32], new byte[32]);
        here.won(code, by);
        assertThat(here.health()).as("nobody to tell, and nobody waits").isEmpty();

        join(table);
        here.won(code, by);

        await().atMost(LONG).until(() -> table.sighting(code, by.fingerprint()) == Sighting.BY_THIS_REQUEST);
        assertThat(table.sighting(code, another.fingerprint())).isEqualTo(Sighting.BY_ANOTHER);
        here.outdated(new OutdatedFact.Grant(3, "account.open"));
        here.outdated(new OutdatedFact.PublicKey(new BindingKeyId(9)));
        here.outdated(new OutdatedFact.Terminal(17));
        here.outdated(new OutdatedFact.AllTerminals());
        List<Object> all = List.of("3/account.open", new BindingKeyId(9), "terminal 17", "all terminals");
        assertThat(forgottenHere.forgotten).as("here at once").isEqualTo(all);
        await().atMost(LONG).until(() -> forgottenThere.forgotten.size() == all.size());
        assertThat(forgottenThere.forgotten).isEqualTo(all);
    }

    @Test
    void forgetsHereWhenItStandsAlone() {
        here.outdated(new OutdatedFact.Terminal(17));
        assertThat(forgottenHere.forgotten).containsExactly("terminal 17");
    }

    private void join(ReplayTable table) throws Exception {
        int first = freePort();
        int second = freePort();
        String name = "test-" + UUID.randomUUID().toString().substring(0, 8);
        ReplayTable own = new ReplayTable(1_000, Duration.ofSeconds(180), System::nanoTime);
        done(here.join(vertx, settings(name, first, second), own));
        done(there.join(vertx, settings(name, second, first), table));
        await().atMost(LONG)
                .until(() -> here.health().map(health -> health.members() == 2).orElse(false));
    }

    private static ClusterSettings settings(String name, int own, int other) throws InvalidClusterSettings {
        return ClusterSettingsReader.read("""
                profile: dev
                name: %s
                secret: c3ludGhldGljIHNlY3JldCBvZiB0aGlzIG9uZSB0ZXN0ISE=
                port: %d
                members: [127.0.0.1:%d, 127.0.0.1:%d]
                """.formatted(name, own, own, other));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
