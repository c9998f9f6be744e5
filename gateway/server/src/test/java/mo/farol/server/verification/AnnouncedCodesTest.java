package mo.farol.server.verification;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.cluster.config.ClusterSettingsReader;
import org.junit.jupiter.api.Test;

class AnnouncedCodesTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    @Test
    void areRefusedByTheOtherGatewayFromItsTableAlone() throws Exception {
        try (TwoGateways rig = new TwoGateways()) {
            join(rig);
            VerificationRequest question = VerificationRequest.of(rig.code(rig.phone()), TwoGateways.ACCOUNT);
            HttpResponse<byte[]> first = rig.verify(rig.first, "bank-1", "the-first-request", question);
            await().atMost(LONG).until(() -> rig.second.verification.replays().size() == 1);

            // Without its redemption in the database, only the table can know that the code was used.
            rig.database.execute("DELETE FROM redemption");
            HttpResponse<byte[]> scan = rig.verify(rig.second, "bank-2", "a-second-scan", question);

            assertThat(code(scan)).isEqualTo("already_used");
            assertThat(code(first)).isEmpty();
        }
    }

    private static String code(HttpResponse<byte[]> response) throws IOException {
        return new ObjectMapper().readTree(response.body()).path("code").asText();
    }

    private static void join(TwoGateways rig) throws Exception {
        int first = freePort();
        int second = freePort();
        String name = "test-" + UUID.randomUUID().toString().substring(0, 8);
        await(join(rig, rig.first, name, first, second));
        await(join(rig, rig.second, name, second, first));
        await().atMost(LONG)
                .until(() -> rig.first
                        .news
                        .health()
                        .map(health -> health.members() == 2)
                        .orElse(false));
    }

    private static Future<Void> join(TwoGateways rig, Node node, String name, int own, int other) throws Exception {
        String settings = """
                profile: dev
                name: %s
                secret: c3ludGhldGljIHNlY3JldCBvZiB0aGlzIG9uZSB0ZXN0ISE=
                port: %d
                members: [127.0.0.1:%d, 127.0.0.1:%d]
                """.formatted(name, own, own, other);
        return node.news.join(rig.vertx, ClusterSettingsReader.read(settings), node.verification.replays());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
