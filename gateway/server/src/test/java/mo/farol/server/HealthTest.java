package mo.farol.server;

import static mo.farol.server.HttpCaller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import mo.farol.api.ApiFile;
import mo.farol.token.CodeType;
import org.junit.jupiter.api.Test;

/** What the gateway says of itself, and what it answers when its database is gone. */
class HealthTest {
    @Test
    void isReadyUntilItsDatabaseIsGoneAndThenAnswersUnavailable() throws Exception {
        try (TestGateway gateway = new TestGateway()) {
            HttpCaller management = new HttpCaller(gateway.management());
            HttpCaller caller = new HttpCaller(gateway.api());
            TestPhone phone = new TestPhone(gateway, Clock.systemUTC());
            String token = json(caller.signIn(new AssertionMaker(gateway.terminal, gateway.config.issuer()).right()))
                    .getString("access_token");
            assertThat(management.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(management.get("/health/ready").body()).isEqualTo("{\"status\":\"ready\",\"problems\":[]}");
            assertThat(verify(caller, token, phone).body()).contains("\"outcome\":\"verified\"");
            assertThat(management.get("/metrics").body())
                    .contains("farol_verifications_total{outcome=\"verified\"} 1.0");
            String metrics = management.get("/metrics").body();
            phone.fields.values().forEach(value -> assertThat(metrics).doesNotContain(value));

            gateway.database.execute("ALTER ROLE farol_app NOLOGIN");
            gateway.database.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'farol_app'");
            try {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> management.get("/health/ready").statusCode() == 503);
                HttpResponse<String> answer = verify(caller, token, phone);
                new Contract(ApiFile.VERIFIER).holds("POST", "/v1/verifications", answer);
                assertThat(answer.body()).contains("\"code\":\"unavailable\"");
                assertThat(management.get("/health/live").statusCode()).isEqualTo(200);
            } finally {
                gateway.database.execute("ALTER ROLE farol_app LOGIN");
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> management.get("/health/ready").statusCode() == 200);
            assertThat(verify(caller, token, phone).body()).contains("\"outcome\":\"verified\"");
        }
    }

    @Test
    void saysNotReadyBeforeItStops() throws Exception {
        try (TestGateway gateway = new TestGateway(values -> values.put("drain_seconds", 1))) {
            HttpCaller management = new HttpCaller(gateway.management());
            Future<Void> stopping = gateway.gateway.stop();

            assertThat(management.get("/health/ready").body())
                    .isEqualTo("{\"status\":\"not_ready\",\"problems\":[\"the gateway is stopping\"]}");
            assertThat(stopping.isComplete()).isFalse();
        }
    }

    private static HttpResponse<String> verify(HttpCaller caller, String token, TestPhone phone) throws Exception {
        String code = phone.code(CodeType.EID);
        return caller.post(
                "/v1/verifications",
                "{\"code\":\"" + code + "\",\"purpose\":\"" + TestGateway.PURPOSE + "\"}",
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Content-Type",
                "application/json");
    }
}
