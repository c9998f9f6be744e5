package mo.farol.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mo.farol.server.config.RateConfig;
import mo.farol.server.eid.FakeEnrolments;
import mo.farol.server.eid.FakeSignIn;
import mo.farol.server.eid.FakeTickets;
import mo.farol.server.eid.PeopleStage;
import mo.farol.server.eid.Samples;
import mo.farol.server.signin.OperatorRole;
import mo.farol.token.conformance.Conformance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hostile texts through the routes that change bindings: never done by mistake, never a fault of ours. */
class HostileBodiesTest {
    private static final String EID = "/resident/v1/e-ids/" + Samples.EID;

    /** A right body for each address that needs one. */
    private static final Map<String, JsonObject> RIGHT = right();

    private static PeopleStage stage;
    private static HttpCaller caller;

    @BeforeAll
    static void start() {
        stage = new PeopleStage(new RateConfig(100_000, 100_000));
        caller = new HttpCaller(stage.api());
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static Map<String, JsonObject> right() {
        JsonObject proof =
                new JsonObject().put("challenge", Samples.CHALLENGE.toString()).put("signature", "A".repeat(86));
        Map<String, JsonObject> right = new LinkedHashMap<>();
        right.put(
                EID + "/binding-challenges",
                new JsonObject()
                        .put(
                                "public_key",
                                Base64.getUrlEncoder().withoutPadding().encodeToString(Samples.KEY.point()))
                        .put("phone", new JsonObject().put("name", "a").put("model", "b"))
                        .put("guardian", Samples.EID.toString()));
        right.put(EID + "/face-checks", new JsonObject().put("challenge", Samples.CHALLENGE.toString()));
        right.put(EID + "/bindings", proof.copy().put("face_assertion", "right"));
        right.put(EID + "/kiosk-numbers", proof.copy().put("attestation", new JsonArray().add("AQ==")));
        right.put(
                "/resident/v1/reports",
                new JsonObject().put("access_record", Samples.RECORD.toString()).put("text", "not me"));
        right.put("/resident/v1/bindings/" + Samples.BINDING + "/tickets", new FakeTickets().request(50, Samples.AT));
        right.put(
                "/v1/kiosk-bindings", new JsonObject().put("number", "40718365").put("assertion", "right"));
        right.put(
                "/operator/v1/residents",
                new JsonObject().put("id_number", Samples.NUMBER).put("reason", "lost"));
        right.put("/operator/v1/bindings/" + Samples.BINDING + "/unbind", new JsonObject().put("reason", "lost"));
        right.put(
                "/operator/v1/counter-cases",
                new JsonObject()
                        .put("number", "40718365")
                        .put("actor", Samples.EID.toString())
                        .put("reason", "other"));
        right.put(
                "/operator/v1/card-events",
                new JsonObject()
                        .put("id_number", Samples.NUMBER)
                        .put("id", "cr-1")
                        .put("sequence", 7)
                        .put("kind", "replaced")
                        .put("expires", "2030-01-01"));
        right.put(
                "/operator/v1/guardianship-events",
                new JsonObject()
                        .put("minor", Samples.CHILD_EID.toString())
                        .put("guardian", Samples.NUMBER)
                        .put("kind", "parent")
                        .put("granted", true)
                        .put("id", "gr-1")
                        .put("sequence", 1));
        right.put(
                "/operator/v1/account-links",
                new JsonObject()
                        .put("e_id", Samples.EID.toString())
                        .put("issuer", "https://sign-in.example.mo")
                        .put("subject", "8f3c1a"));
        for (String path : List.of("/operator/v1/account-cases", "/operator/v1/account-unlinks")) {
            right.put(
                    path,
                    new JsonObject()
                            .put("e_id", Samples.EID.toString())
                            .put("issuer", "https://sign-in.example.mo")
                            .put("subject", "8f3c1a")
                            .put("reason", "not_theirs"));
        }
        right.put(
                "/operator/v1/terminals",
                new JsonObject()
                        .put("name", "counter-1")
                        .put("institution", FakeEnrolments.INSTITUTION)
                        .put("means", FakeEnrolments.MEANS)
                        .put("certificate_sha256", "0".repeat(64)));
        right.put(
                "/operator/v1/synthetic-residents",
                new JsonObject()
                        .put(
                                "residents",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put(
                                                        "fields",
                                                        new JsonObject()
                                                                .put("id_number", "5000001(1)")
                                                                .put("birth_date", "1990-05-06"))
                                                .put("multiple", false))));
        return right;
    }

    private static HttpResponse<String> post(String path, byte[] body) throws Exception {
        String token = path.startsWith("/resident")
                ? FakeSignIn.strong(Samples.PARENT)
                : path.startsWith("/operator")
                        ? FakeSignIn.operator("ana", OperatorRole.COUNTER_OFFICER, OperatorRole.REGISTRY_OFFICER)
                        : FakeSignIn.terminal("kiosk-1");
        return caller.send(
                "POST",
                path,
                body,
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Content-Type",
                "application/json");
    }

    @Test
    void answersTheRightBodies() throws Exception {
        for (Map.Entry<String, JsonObject> each : RIGHT.entrySet()) {
            HttpResponse<String> answer =
                    post(each.getKey(), each.getValue().encode().getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(each.getKey() + answer.body()).isBetween(200, 201);
        }
    }

    @Test
    void answers400ToEveryTextOfTheJsonCorpus() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (JsonNode entry : Conformance.json("json/json_test_suite_half.json")) {
            byte[] text = Base64.getDecoder().decode(entry.path("base64").asText());
            for (String path : RIGHT.keySet()) {
                HttpResponse<String> answer = post(path, text);
                if (answer.statusCode() != 400) {
                    wrong.add(entry.path("name").asText() + " " + path + " " + answer.statusCode());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void answersNaughtyTextsInEveryMemberWithoutAFault() throws Exception {
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : Conformance.json("strings/naughty_half.json")) {
            texts.add(entry.isTextual() ? entry.asText() : entry.path("text").asText(entry.toString()));
        }
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonObject> each : RIGHT.entrySet()) {
            for (String member : each.getValue().fieldNames()) {
                for (String text : texts) {
                    JsonObject body = each.getValue().copy().put(member, text);
                    HttpResponse<String> answer =
                            post(each.getKey(), body.encode().getBytes(StandardCharsets.UTF_8));
                    if (answer.statusCode() >= 500) {
                        wrong.add(each.getKey() + " " + member + " " + answer.statusCode());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesEveryMemberThatIsNullMissingGivenTwiceOrOfAnotherKind() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonObject> each : RIGHT.entrySet()) {
            for (String member : each.getValue().fieldNames()) {
                String right = each.getValue().encode();
                String twice = right.substring(0, right.length() - 1) + ",\"" + member + "\":\"x\"}";
                String object = each.getValue()
                        .copy()
                        .put(member, new JsonObject().put("a", 1))
                        .encode();
                String number = each.getValue().copy().put(member, 1.5).encode();
                for (String body : List.of(twice, object, number)) {
                    if (post(each.getKey(), body.getBytes(StandardCharsets.UTF_8))
                                    .statusCode()
                            != 400) {
                        wrong.add(each.getKey() + " " + body);
                    }
                }
                String none = each.getValue().copy().putNull(member).encode();
                boolean optional = member.equals("attestation")
                        || member.equals("guardian") && each.getKey().endsWith("-challenges");
                int status = post(each.getKey(), none.getBytes(StandardCharsets.UTF_8))
                        .statusCode();
                if (optional ? status > 201 : status != 400) {
                    wrong.add(each.getKey() + " " + none + " " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
