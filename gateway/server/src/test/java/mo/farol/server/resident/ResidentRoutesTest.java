package mo.farol.server.resident;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.Bindings.FaceProof;
import mo.farol.core.binding.Bindings.PhoneProof;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.PhoneInfo;
import mo.farol.core.time.DatabaseTime;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.server.config.RateConfig;
import mo.farol.server.eid.FakeSignIn;
import mo.farol.server.eid.PeopleStage;
import mo.farol.server.eid.Samples;
import mo.farol.token.BindingPublicKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the resident API does with what it is told, over HTTP. */
class ResidentRoutesTest {
    private static final String EID = "/resident/v1/e-ids/" + Samples.EID;
    private static final String BINDING = "/resident/v1/bindings/" + Samples.BINDING;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static PeopleStage stage;

    @BeforeAll
    static void start() {
        stage = new PeopleStage(new RateConfig(1000, 5000));
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(stage.api() + path)).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(request(path, FakeSignIn.weak(Samples.PARENT)).GET());
    }

    private static HttpResponse<String> post(String path, @Nullable String body) throws Exception {
        return post(
                path, body, FakeSignIn.strong(Samples.PARENT), UUID.randomUUID().toString());
    }

    private static HttpResponse<String> post(String path, @Nullable String body, String token, String key)
            throws Exception {
        HttpRequest.Builder request = request(path, token).header("Idempotency-Key", key);
        return send(
                body == null
                        ? request.POST(HttpRequest.BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @AfterEach
    void givesEverythingBack() {
        stage.bindings.authorityEnded = false;
        stage.views.family = true;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return new JsonObject(answer.body());
    }

    private static String challengeBody(@Nullable UUID guardian) {
        String point = Base64.getUrlEncoder().withoutPadding().encodeToString(Samples.KEY.point());
        JsonObject body = new JsonObject()
                .put("public_key", point)
                .put("phone", new JsonObject().put("name", "我的手機 📱").put("model", "Example X1"));
        return guardian == null
                ? body.encode()
                : body.put("guardian", guardian.toString()).encode();
    }

    private static JsonObject proof() {
        return new JsonObject().put("challenge", Samples.CHALLENGE.toString()).put("signature", "A".repeat(86));
    }

    @Test
    void showsNamesAndNothingElseThatIsPersonal() throws Exception {
        JsonArray eids = json(get("/resident/v1/e-ids")).getJsonArray("e_ids");

        JsonObject own = eids.getJsonObject(0);
        assertThat(own.getJsonObject("names").getMap()).containsOnlyKeys("surname_zh", "given_names_zh");
        assertThat(own.getJsonObject("card").getString("expires")).isEqualTo("2031-04-30");
        assertThat(own.encode()).doesNotContain(Samples.NUMBER);
        JsonObject ward = eids.getJsonObject(1);
        assertThat(ward.getBoolean("self")).isFalse();
        assertThat(ward.getJsonObject("card").containsKey("expires")).isFalse();
        assertThat(ward.containsKey("binding")).isFalse();
        assertThat(ward.getJsonArray("guardians").getJsonObject(0).getString("id"))
                .isEqualTo(Samples.EID.toString());
    }

    @Test
    void asksForAChallengeForExactlyThisKeyPhoneAndGuardian() throws Exception {
        HttpResponse<String> answer = post(EID + "/binding-challenges", challengeBody(Samples.CHILD_EID));

        List<@Nullable Object> asked = stage.bindings.last();
        assertThat(asked.get(2)).isEqualTo(Samples.EID);
        assertThat(((BindingPublicKey) asked.get(3))).isEqualTo(Samples.KEY);
        assertThat(asked.get(4)).isEqualTo(new PhoneInfo("我的手機 📱", "Example X1"));
        assertThat(asked.get(5)).isEqualTo(Samples.CHILD_EID);
        assertThat(json(answer).getString("key_id")).isEqualTo("00f1e2d3c4b5a697");
        assertThat(json(answer).getBoolean("face_allowed")).isFalse();
        assertThat(json(answer).getString("expires")).isEqualTo("2026-11-24T10:20:30.123+08:00");
    }

    @Test
    void refusesAPointThatIsNotOnTheCurve() throws Exception {
        byte[] point = Samples.KEY.point();
        point[64] ^= 1;
        JsonObject body = new JsonObject(challengeBody(null))
                .put("public_key", Base64.getUrlEncoder().withoutPadding().encodeToString(point));

        assertThat(post(EID + "/binding-challenges", body.encode()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void handsTheProofsAndTheLevelThatTheAttestationProvedToTheRules() throws Exception {
        JsonObject body =
                proof().put("attestation", new JsonArray().add("AQ==")).put("face_assertion", "right");

        HttpResponse<String> answer = post(EID + "/bindings", body.encode());

        FaceProof proof = (FaceProof) stage.bindings.last().get(3);
        assertThat(proof).isNotNull();
        assertThat(proof.phone().level()).isEqualTo(KeyLevel.STRONG_BOX);
        assertThat(proof.phone().signature()).hasSize(64);
        assertThat(proof.check().person()).isEqualTo(Samples.PARENT);
        assertThat(json(answer).getJsonObject("binding").getString("id")).isEqualTo(Samples.BINDING.toString());
        assertThat(json(answer).getJsonObject("receipt").getString("act")).isEqualTo("bound");
    }

    @Test
    void refusesAnAttestationThatDoesNotHold() throws Exception {
        JsonObject body = proof().put("attestation", new JsonArray().add("Ag=="));

        HttpResponse<String> answer = post(EID + "/kiosk-numbers", body.encode());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).getString("code")).isEqualTo("attestation_invalid");
    }

    @Test
    void holdsAnAttestationAgainstNobodyElsesChallenge() throws Exception {
        stage.proofs.heldAgainst = null;
        JsonObject body = proof().put("attestation", new JsonArray().add("Ag=="));

        HttpResponse<String> answer = post(
                EID + "/kiosk-numbers",
                body.encode(),
                FakeSignIn.strong(Samples.CHILD),
                UUID.randomUUID().toString());

        assertThat(stage.proofs.heldAgainst).isNull();
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(((PhoneProof) stage.bindings.last().get(3)).level()).isEqualTo(KeyLevel.NOT_ATTESTED);
    }

    @Test
    void saysWhatBecameOfAKioskNumberByTheDatabasesTime() throws Exception {
        String path = EID + "/kiosk-numbers/" + Samples.CHALLENGE;
        stage.bindings.kioskNumber = Samples.kioskNumber(Samples.AT.plusMillis(1), 4, false);
        assertThat(json(get(path)).getString("state")).isEqualTo("waiting");
        stage.bindings.kioskNumber = Samples.kioskNumber(Samples.AT, 4, false);
        assertThat(json(get(path)).getString("state")).isEqualTo("expired");
        stage.bindings.kioskNumber = Samples.kioskNumber(Samples.AT, 5, false);
        assertThat(json(get(path)).getString("state")).isEqualTo("locked");
        stage.bindings.kioskNumber = Samples.kioskNumber(Samples.AT, 5, true);
        assertThat(json(get(path)).getString("state")).isEqualTo("used");

        stage.bindings.kioskNumber = Samples.kioskNumber(Samples.AT, 0, false);
        stage.time = () -> {
            throw new DatabaseTime.UncertainTime();
        };
        assertThat(get(path).statusCode()).isEqualTo(503);
        stage.time = Samples.AT::toEpochMilli;
    }

    @Test
    void suspendsWithAnOrdinarySignInAndWithoutABody() throws Exception {
        HttpResponse<String> answer = post(
                BINDING + "/suspend",
                null,
                FakeSignIn.weak(Samples.PARENT),
                UUID.randomUUID().toString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(stage.bindings.last().getFirst()).isEqualTo("suspend");
        assertThat(stage.bindings.last().get(3)).isNull();
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void tellsKeysApartByResidentAndByAddress() throws Exception {
        String key = UUID.randomUUID().toString();
        String token = FakeSignIn.strong(Samples.PARENT);
        post(BINDING + "/unbind", "{}", token, key);

        assertThat(post(BINDING + "/unbind", "{}", token, key).headers().firstValue("idempotent-replayed"))
                .contains("true");
        assertThat(post(BINDING + "/resume", "{}", token, key).headers().firstValue("idempotent-replayed"))
                .isEmpty();
        assertThat(post(BINDING + "/unbind", "{}", FakeSignIn.strong(Samples.CHILD), key)
                        .headers()
                        .firstValue("idempotent-replayed"))
                .isEmpty();
    }

    @Test
    void answersAnUnbindingAsBeforeAfterTheAuthorityHasEnded() throws Exception {
        String key = UUID.randomUUID().toString();
        String token = FakeSignIn.strong(Samples.PARENT);
        HttpResponse<String> first = post(BINDING + "/unbind", "{}", token, key);
        stage.bindings.authorityEnded = true;

        HttpResponse<String> again = post(BINDING + "/unbind", "{}", token, key);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("idempotent-replayed")).contains("true");
        assertThat(post(BINDING + "/unbind", "{}").statusCode()).isEqualTo(404);
        assertThat(post(BINDING + "/unbind", "{\"reason\":\"sold\"}", token, key)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void findsNothingWhenABindingComesAgainAfterTheEidCeasedToBeTheirs() throws Exception {
        String key = UUID.randomUUID().toString();
        String token = FakeSignIn.strong(Samples.PARENT);
        String body = proof().put("face_assertion", "right").encode();
        String path = "/resident/v1/e-ids/" + Samples.EID + "/bindings";
        assertThat(post(path, body, token, key).statusCode()).isEqualTo(201);
        stage.views.family = false;

        HttpResponse<String> again = post(path, body, token, key);

        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(json(again).getString("code")).isEqualTo("not_found");
    }

    @Test
    void asksForPagesAsTheCallerDoes() throws Exception {
        get("/resident/v1/access-records?e_id=" + Samples.EID + "&after=" + Samples.RECORD + "&limit=100");
        assertThat(stage.views.last())
                .containsExactly("accessRecords", Optional.of(Samples.EID), Optional.of(Samples.RECORD), 100);
        get("/resident/v1/events");
        assertThat(stage.views.last()).containsExactly("events", Optional.empty(), Optional.empty(), 50);
        get("/resident/v1/notices?unread=true&limit=7");
        assertThat(stage.views.last()).containsExactly("notices", true, Optional.empty(), 7);
        assertThat(json(get("/resident/v1/access-records")).getString("next")).isEqualTo(Samples.RECORD.toString());
        assertThat(json(get("/resident/v1/events")).containsKey("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access-records?e_id=x",
                "access-records?after=",
                "events?limit=01",
                "events?limit=%20",
                "notices?unread=yes",
                "notices?e_id=6f1d2c3a-1111-4c3a-9d2e-0a1b2c3d4e5f"
            })
    void refusesQueriesThatItDoesNotUnderstand(String query) throws Exception {
        assertThat(get("/resident/v1/" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void showsWhoDidIt() throws Exception {
        JsonArray events = json(get("/resident/v1/events")).getJsonArray("events");

        assertThat(events.stream()
                        .map(each -> ((JsonObject) each).getJsonObject("by").getString("who")))
                .containsExactly("you", "guardian", "operator", "kiosk", "gateway", "you");
        assertThat(events.getJsonObject(2).getJsonObject("by").getJsonArray("operators"))
                .isEqualTo(new JsonArray().add("o-1").add("o-2"));
        assertThat(events.getJsonObject(5).getString("refused")).isEqualTo("face_not_matched");
        assertThat(events.getJsonObject(0).containsKey("refused")).isFalse();
    }

    @Test
    void showsAnAccessRecordWithoutAnyValue() throws Exception {
        JsonObject record = json(get("/resident/v1/access-records"))
                .getJsonArray("access_records")
                .getJsonObject(0);

        assertThat(record.getString("kind")).isEqualTo("operator_look_up");
        assertThat(record.getString("staff")).isEqualTo("o-5521");
        assertThat(record.getJsonArray("requested"))
                .containsExactly("surname_zh", "given_names_zh", "surname_pt", "given_names_pt", "photo");
        assertThat(record.getJsonArray("released")).isEmpty();
    }

    @Test
    void answersUnavailableWhenTheDatabaseCannotBeAsked() throws Exception {
        stage.views.failure = new ArbiterUnreachable("no database");
        HttpResponse<String> read = get("/resident/v1/e-ids");
        HttpResponse<String> reported =
                post("/resident/v1/reports", "{\"access_record\":\"" + Samples.RECORD + "\",\"text\":\"not me\"}");
        stage.views.failure = null;
        stage.bindings.failNext(new ArbiterUnreachable("no database"));
        HttpResponse<String> unbound = post(BINDING + "/unbind", "{}");

        for (HttpResponse<String> answer : List.of(read, reported, unbound)) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).getString("code")).isEqualTo("unavailable");
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
        }
    }

    @Test
    void takesNoOtherApisTokens() throws Exception {
        for (String token : List.of(FakeSignIn.terminal("kiosk-1"), FakeSignIn.operator("ana"))) {
            assertThat(send(request("/resident/v1/e-ids", token).GET()).statusCode())
                    .isEqualTo(401);
        }
        String resident = FakeSignIn.strong(Samples.PARENT);
        assertThat(send(request("/operator/v1/terminals", resident).GET()).statusCode())
                .isEqualTo(401);
        assertThat(post("/v1/kiosk-bindings", "{}", resident, "k").statusCode()).isEqualTo(401);
    }

    @Test
    void doesNotAnswerWhereThereIsNoOperation() throws Exception {
        assertThat(get("/resident/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(send(request("/resident/v1/nothing", "forged").GET()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void countsCharactersOfAReportNotItsUnits() throws Exception {
        String text = "😀".repeat(1000);
        String body = new JsonObject()
                .put("access_record", Samples.RECORD.toString())
                .put("text", text)
                .encode();

        assertThat(post("/resident/v1/reports", body).statusCode()).isEqualTo(201);
        assertThat(stage.views.last()).containsExactly("report", Samples.RECORD, text);
        assertThat(post("/resident/v1/reports", body.replace(text, text + "x")).statusCode())
                .isEqualTo(400);
    }
}
