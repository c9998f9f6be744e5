package mo.farol.server;

import static mo.farol.server.HttpCaller.json;
import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.NoteKey;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.TreeHash;
import mo.farol.server.keys.GatewayKeys;
import mo.farol.server.witness.TestWitness;
import mo.farol.token.CodeType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A whole gateway and a witness in others' hands, over HTTP. */
class WitnessedGatewayTest {
    private static final String NAME = "witness.example/w1";

    private final Vertx vertx = Vertx.vertx();
    private final TestWitness witness =
            new TestWitness(vertx, NAME, NoteKey.of("another.example/log", new byte[NoteKey.LENGTH]));

    @AfterEach
    void stop() {
        witness.close();
        await(vertx.close());
    }

    private JsonObject witnessed(JsonObject values) {
        JsonObject one = new JsonObject()
                .put("url", witness.url().toString())
                .put("key", witness.key().text());
        return values.put("log", new JsonObject().put("witness_urls", new JsonArray().add(one)));
    }

    private static NoteKey key(TestGateway gateway) throws Exception {
        return GatewayKeys.log(gateway.config.keys())
                .publicKey(gateway.config.log().name().base());
    }

    private static String verify(TestGateway gateway) throws Exception {
        HttpCaller caller = new HttpCaller(gateway.api());
        String token = json(caller.signIn(new AssertionMaker(gateway.terminal, gateway.config.issuer()).right()))
                .getString("access_token");
        String code = new TestPhone(gateway, Clock.systemUTC()).code(CodeType.EID);
        return caller.post(
                        "/v1/verifications",
                        "{\"code\":\"" + code + "\",\"purpose\":\"" + TestGateway.PURPOSE + "\"}",
                        "Authorization",
                        "Bearer " + token,
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "Content-Type",
                        "application/json")
                .body();
    }

    private static void awaitMetric(TestGateway gateway, String figure, String value) {
        HttpCaller management = new HttpCaller(gateway.management());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> management
                        .get("/metrics")
                        .body()
                        .contains("farol_log_witness_" + figure + "{witness=\"" + NAME + "\"} " + value));
    }

    @Test
    void isCosignedAsSoonAsTheWitnessKnowsItsLogAndVerifiesBefore() throws Exception {
        try (TestGateway gateway = new TestGateway(this::witnessed)) {
            assertThat(verify(gateway)).contains("\"outcome\":\"verified\"");
            awaitMetric(gateway, "cosigned", "-1.0");
            awaitMetric(gateway, "disagrees", "0.0");

            witness.know(key(gateway));
            awaitMetric(gateway, "behind_milliseconds", "0.0");

            HttpCaller caller = new HttpCaller(gateway.api());
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> caller.get("/log/checkpoint")
                            .body()
                            .contains(witness.key().mark()));
            String published = caller.get("/log/checkpoint").body();
            Checkpoint checkpoint =
                    SignedCheckpoint.open(published, key(gateway)).checkpoint();
            assertThat(checkpoint.size()).isPositive();
            assertThat(witness.key().find(published, checkpoint)).isPresent();
            assertThat(witness.seen()).isEqualTo(checkpoint);
        }
    }

    @Test
    void sealsNothingAgainstTheWordOfItsWitnessAndVerifiesStill() throws Exception {
        try (TestGateway gateway = new TestGateway(this::witnessed)) {
            awaitMetric(gateway, "disagrees", "0.0");
            witness.know(key(gateway));
            witness.remember(new Checkpoint(key(gateway).name(), 1_000, TreeHash.empty()));
            awaitMetric(gateway, "disagrees", "1.0");

            assertThat(verify(gateway)).contains("\"outcome\":\"verified\"");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> new HttpCaller(gateway.management())
                            .get("/metrics")
                            .body()
                            .lines()
                            .anyMatch(line -> line.matches("farol_log_oldest_unsealed_milliseconds [2-9][0-9]{3}.*")));
            assertThat(gateway.database.number("SELECT size FROM log_tree")).isZero();
            assertThat(new HttpCaller(gateway.management()).get("/health/ready").statusCode())
                    .isEqualTo(200);
        }
    }
}
