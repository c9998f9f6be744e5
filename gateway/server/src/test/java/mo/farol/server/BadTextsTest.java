package mo.farol.server;

import static mo.farol.server.HttpCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import mo.farol.token.conformance.Conformance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hostile texts through the real route: never accepted, never a fault of ours. */
class BadTextsTest {
    private static TestGateway gateway;
    private static HttpCaller caller;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        gateway = new TestGateway(values -> values.put(
                "limits",
                new JsonObject()
                        .put("lag_millis", 30_000)
                        .put(
                                "per_terminal",
                                new JsonObject().put("per_second", 9000).put("burst", 9000))));
        caller = new HttpCaller(gateway.api());
        token = json(caller.signIn(new AssertionMaker(gateway.terminal, gateway.config.issuer()).right()))
                .getString("access_token");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static HttpResponse<String> post(byte[] body) throws Exception {
        return caller.send(
                "POST",
                "/v1/verifications",
                body,
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Content-Type",
                "application/json");
    }

    @Test
    void answers400ToEveryTextOfTheJsonCorpus() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (JsonNode entry : Conformance.json("json/json_test_suite_half.json")) {
            byte[] text = Base64.getDecoder().decode(entry.path("base64").asText());
            HttpResponse<String> answer = post(text);
            if (answer.statusCode() != 400) {
                wrong.add(entry.path("name").asText() + " " + answer.statusCode());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void answersNaughtyTextsInEveryFieldWithoutAFault() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (JsonNode entry : Conformance.json("strings/naughty_half.json")) {
            String text =
                    entry.isTextual() ? entry.asText() : entry.path("text").asText(entry.toString());
            for (String field : List.of("code", "purpose", "staff", "place", "lane", "reason", "challenge")) {
                JsonObject body = new JsonObject().put("code", "EID1:X").put("purpose", TestGateway.PURPOSE);
                HttpResponse<String> answer =
                        post(body.put(field, text).encode().getBytes(StandardCharsets.UTF_8));
                if (answer.statusCode() >= 500 || answer.body().contains("verified")) {
                    wrong.add(field + " " + answer.statusCode());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesForeignCodesAlike() throws Exception {
        List<String> answers = new ArrayList<>();
        for (JsonNode entry : Conformance.json("foreign-qr/hc1_sample.json")) {
            String text =
                    entry.isTextual() ? entry.asText() : entry.path("text").asText(entry.toString());
            JsonObject body = new JsonObject().put("code", text).put("purpose", TestGateway.PURPOSE);
            HttpResponse<String> answer = post(body.encode().getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(200);
            answers.add(answer.body());
        }
        assertThat(answers).isNotEmpty().allMatch(answer -> answer.equals(answers.getFirst()));
        assertThat(answers.getFirst()).contains("\"code\":\"not_recognised\"").doesNotContain("receipt");
    }
}
