package mo.farol.server.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.CardEvent;
import mo.farol.core.binding.CardEventKind;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.GuardianshipEvent;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.NewResident;
import mo.farol.server.config.RateConfig;
import mo.farol.server.eid.FakeEnrolments;
import mo.farol.server.eid.FakeSignIn;
import mo.farol.server.eid.PeopleStage;
import mo.farol.server.eid.Samples;
import mo.farol.server.signin.OperatorRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator API does with what it is told, over HTTP. */
class OperatorRoutesTest {
    private static final String V1 = "/operator/v1";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private PeopleStage stage;

    OperatorRoutesTest() {
        stage = new PeopleStage(new RateConfig(1000, 5000));
    }

    @BeforeEach
    void isFresh() {
        assertThat(stage.bindings.asked).isEmpty();
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, OperatorRole... roles)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stage.api() + V1 + path))
                .header("Authorization", "Bearer " + FakeSignIn.operator("ana", roles))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> counter(String path, String body) throws Exception {
        return send("POST", path, body, OperatorRole.COUNTER_OFFICER);
    }

    private HttpResponse<String> registry(String path, String body) throws Exception {
        return send("POST", path, body, OperatorRole.REGISTRY_OFFICER);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return new JsonObject(answer.body());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /residents, COUNTER_OFFICER",
        "POST, /bindings/0b7c0f62-2222-4f0b-8d3f-5b6c7d8e9f00/unbind, COUNTER_OFFICER",
        "POST, /counter-cases, COUNTER_OFFICER",
        "POST, /counter-cases/0b7c0f62-2222-4f0b-8d3f-5b6c7d8e9f00/approve, COUNTER_OFFICER",
        "POST, /card-events, REGISTRY_OFFICER",
        "POST, /guardianship-events, REGISTRY_OFFICER",
        "POST, /account-links, REGISTRY_OFFICER",
        "POST, /account-cases, REGISTRY_OFFICER",
        "POST, /account-cases/0b7c0f62-2222-4f0b-8d3f-5b6c7d8e9f00/approve, REGISTRY_OFFICER",
        "POST, /account-unlinks, REGISTRY_OFFICER",
        "POST, /terminals, REGISTRY_OFFICER",
        "POST, /terminals/counter-1/suspend, REGISTRY_OFFICER",
        "POST, /institutions/3/resume, REGISTRY_OFFICER",
        "POST, /means/4/suspend, REGISTRY_OFFICER",
        "POST, /synthetic-residents, REGISTRY_OFFICER"
    })
    void letsOnlyTheRoleInChargeDoIt(String method, String path, OperatorRole inCharge) throws Exception {
        for (OperatorRole role : OperatorRole.values()) {
            HttpResponse<String> answer = send(method, path, "{\"extra\":1}", role);
            assertThat(answer.statusCode()).as(role + " " + path).isEqualTo(role == inCharge ? 400 : 403);
            if (role != inCharge) {
                assertThat(json(answer).getString("code")).isEqualTo("role_required");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"/terminals", "/institutions", "/means"})
    void letsRegistryOfficersAndAuditorsReadTheLists(String path) throws Exception {
        assertThat(send("GET", path, null, OperatorRole.REGISTRY_OFFICER).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", path, null, OperatorRole.AUDITOR).statusCode()).isEqualTo(200);
        assertThat(send("GET", path, null, OperatorRole.COUNTER_OFFICER).statusCode())
                .isEqualTo(403);
    }

    @Test
    void putsEveryLookUpOnRecordUnderItsOwnIdAlsoOfANumberThatNobodyHas() throws Exception {
        String body = "{\"id_number\":\"1/234567/8\",\"reason\":\"Lost phone\"}";
        HttpResponse<String> first = counter("/residents", body);
        counter("/residents", body);
        HttpResponse<String> nobody = counter("/residents", body.replace("1/234567/8", "7654321(0)"));

        assertThat(json(first).getString("id")).isEqualTo(Samples.EID.toString());
        assertThat(json(first).containsKey("self")).isFalse();
        assertThat(first.body()).doesNotContain(Samples.NUMBER);
        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(stage.registry.lookUps).hasSize(3);
        assertThat(stage.registry.lookUps.stream().map(each -> each.get(2)).distinct())
                .hasSize(3);
        assertThat(stage.registry.lookUps.getFirst().subList(0, 2)).isEqualTo(List.of("ana", "Lost phone"));
    }

    @Test
    void opensACounterCaseAndSaysUntilWhenItMayBeApproved() throws Exception {
        HttpResponse<String> answer = counter(
                "/counter-cases",
                "{\"number\":\"40718365\",\"actor\":\"" + Samples.EID + "\",\"reason\":\"no_fingerprint\"}");

        assertThat(stage.bindings.last())
                .containsExactly(
                        "openCounterCase", new OperatorCaller("ana"), "40718365", Samples.EID, "no_fingerprint");
        assertThat(json(answer).getString("case")).isEqualTo(Samples.CHALLENGE.toString());
        assertThat(json(answer).getString("expires")).isEqualTo("2026-11-24T10:45:30.123+08:00");
    }

    @Test
    void entersACardEventOfWhomeverTheNumberOrTheHandleNames() throws Exception {
        registry(
                "/card-events",
                "{\"id_number\":\"1234567(8)\",\"id\":\"cr-1\",\"sequence\":7,\"kind\":\"replaced\","
                        + "\"expires\":\"2036-11-30\"}");
        assertThat(stage.bindings.last().get(2))
                .isEqualTo(
                        new CardEvent(Samples.PARENT, "cr-1", 7, CardEventKind.REPLACED, LocalDate.of(2036, 11, 30)));
        registry(
                "/card-events",
                "{\"e_id\":\"" + Samples.CHILD_EID + "\",\"id\":\"cr-2\",\"sequence\":1,\"kind\":\"issued\","
                        + "\"no_expiry\":true}");
        assertThat(stage.bindings.last().get(2))
                .isEqualTo(new CardEvent(Samples.CHILD, "cr-2", 1, CardEventKind.ISSUED, null));
    }

    @Test
    void entersAGuardianshipBetweenTwoPeopleEachNamedEitherWay() throws Exception {
        HttpResponse<String> answer = registry(
                "/guardianship-events",
                "{\"minor\":\"" + Samples.CHILD_EID + "\",\"guardian\":\"1/234567/8\",\"kind\":\"guardian\","
                        + "\"granted\":false,\"id\":\"gr-1\",\"sequence\":2}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(stage.bindings.last().get(2))
                .isEqualTo(
                        new GuardianshipEvent(Samples.CHILD, Samples.PARENT, GuardianKind.GUARDIAN, false, "gr-1", 2));
    }

    @Test
    void linksAnAccountToTheResidentOfTheNumber() throws Exception {
        HttpResponse<String> answer = registry(
                "/account-links",
                "{\"id_number\":\"1234567(8)\",\"issuer\":\"https://sign-in.example.mo\",\"subject\":\"8f3c1a\"}");

        assertThat(json(answer).getString("e_id")).isEqualTo(Samples.EID.toString());
        assertThat(json(answer).getJsonObject("receipt").getString("act")).isEqualTo("account_linked");
        assertThat(stage.bindings.last()).containsExactly("link", new OperatorCaller("ana"), Samples.PARENT, "8f3c1a");
    }

    @Test
    void opensApprovesAndEndsAccountLinks() throws Exception {
        String account = "{\"e_id\":\"" + Samples.EID
                + "\",\"issuer\":\"https://sign-in.example.mo\",\"subject\":\"8f3c1a\",\"reason\":\"new_account\"}";
        HttpResponse<String> opened = registry("/account-cases", account);
        assertThat(json(opened).getString("expires")).isEqualTo("2026-11-24T10:45:30.123+08:00");
        assertThat(stage.bindings.last())
                .containsExactly("openCase", new OperatorCaller("ana"), Samples.PARENT, "8f3c1a", "new_account");

        registry("/account-cases/" + json(opened).getString("case") + "/approve", "{}");
        assertThat(stage.bindings.last()).containsExactly("approveCase", new OperatorCaller("ana"), Samples.EVENT);

        registry("/account-unlinks", account);
        assertThat(stage.bindings.last())
                .containsExactly(
                        "unlink", new OperatorCaller("ana"), Samples.PARENT, Optional.of("8f3c1a"), "new_account");
        registry("/account-unlinks", "{\"e_id\":\"" + Samples.EID + "\",\"reason\":\"stolen\"}");
        assertThat(stage.bindings.last())
                .containsExactly("unlink", new OperatorCaller("ana"), Samples.PARENT, Optional.empty(), "stolen");
    }

    @Test
    void listsTerminalsPageByPageAndSuspendsThem() throws Exception {
        for (String name : List.of("c-3", "c-1", "c-2")) {
            assertThat(registry("/terminals", terminal(name)).statusCode()).isEqualTo(201);
        }

        JsonObject first = json(send("GET", "/terminals?limit=2", null, OperatorRole.AUDITOR));
        JsonObject second =
                json(send("GET", "/terminals?limit=2&after=" + first.getString("next"), null, OperatorRole.AUDITOR));
        assertThat(names(first)).containsExactly("c-1", "c-2");
        assertThat(names(second)).containsExactly("c-3");
        assertThat(second.containsKey("next")).isFalse();

        assertThat(json(registry("/terminals/c-2/suspend", "{}")).getBoolean("suspended"))
                .isTrue();
        assertThat(json(registry("/terminals/c-2/resume", "{}")).getBoolean("suspended"))
                .isFalse();
        assertThat(json(registry("/institutions/3/suspend", "{}")).getBoolean("suspended"))
                .isTrue();
        assertThat(registry("/terminals/c-9/suspend", "{}").statusCode()).isEqualTo(404);
        assertThat(registry("/institutions/03/suspend", "{}").statusCode()).isEqualTo(404);
        assertThat(registry("/means/99999999999999999999/suspend", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void recordsWhoEnrolledAndSuspendedAndShowsItToTheAuditorOnly() throws Exception {
        registry("/terminals", terminal("c-1"));
        registry("/terminals/c-1/suspend", "{}");
        registry("/institutions/3/suspend", "{}");
        registry("/means/4/resume", "{}");
        assertThat(stage.enrolments.acts)
                .containsExactly(
                        "ana addTerminal c-1",
                        "ana suspendTerminal true",
                        "ana suspendInstitution true",
                        "ana suspendMeans false");

        JsonObject first = json(send("GET", "/operator-acts?limit=2", null, OperatorRole.AUDITOR));
        assertThat(first.getJsonArray("acts").getJsonObject(0).getString("operator"))
                .isEqualTo("officer-3");
        assertThat(first.getString("next")).isEqualTo("2");
        JsonObject second = json(send("GET", "/operator-acts?limit=2&after=2", null, OperatorRole.AUDITOR));
        assertThat(second.getJsonArray("acts")).hasSize(1);
        assertThat(second.containsKey("next")).isFalse();
        assertThat(send("GET", "/operator-acts?after=x", null, OperatorRole.AUDITOR)
                        .statusCode())
                .isEqualTo(400);
        for (OperatorRole other : List.of(OperatorRole.REGISTRY_OFFICER, OperatorRole.COUNTER_OFFICER)) {
            assertThat(send("GET", "/operator-acts", null, other).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void recordsEveryTryOfANumberThatNobodyHasAndStopsWhoGuesses() throws Exception {
        String card = "{\"id_number\":\"7654321(0)\",\"id\":\"cr-1\",\"sequence\":7,\"kind\":\"found\"}";
        String guardian = "{\"minor\":\"" + Samples.CHILD_EID + "\",\"guardian\":\"7654321(0)\",\"kind\":\"parent\","
                + "\"granted\":true,\"id\":\"gr-1\",\"sequence\":2}";
        String account = "{\"id_number\":\"7654321(0)\",\"issuer\":\"i\",\"subject\":\"s\",\"reason\":\"x\"}";
        String link = account.replace(",\"reason\":\"x\"", "");
        assertThat(registry("/card-events", card).statusCode()).isEqualTo(404);
        assertThat(registry("/guardianship-events", guardian).statusCode()).isEqualTo(404);
        assertThat(registry("/account-links", link).statusCode()).isEqualTo(404);
        assertThat(registry("/account-cases", account).statusCode()).isEqualTo(404);
        assertThat(registry("/account-unlinks", account).statusCode()).isEqualTo(404);
        assertThat(stage.enrolments.acts).hasSize(5).containsOnly("ana numberNotFound");
        assertThat(stage.bindings.asked).isEmpty();

        HttpResponse<String> last = registry("/card-events", card);
        for (int guesses = 0; guesses < 200 && last.statusCode() == 404; guesses++) {
            last = registry("/card-events", card);
        }
        assertThat(json(last).getString("code")).isEqualTo("too_many_requests");
        assertThat(last.headers().firstValue("retry-after")).isPresent();
        assertThat(registry("/card-events", card.replace("7654321(0)", Samples.NUMBER))
                        .statusCode())
                .isEqualTo(429);
        assertThat(registry(
                                "/account-links",
                                link.replace("\"id_number\":\"7654321(0)\"", "\"e_id\":\"" + Samples.EID + "\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsWhoKnowsWhomTheyMeanAskWithoutEnd() throws Exception {
        for (int n = 0; n < 100; n++) {
            String card = "{\"id_number\":\"" + Samples.NUMBER + "\",\"id\":\"cr-" + n
                    + "\",\"sequence\":7,\"kind\":\"found\"}";
            assertThat(registry("/card-events", card).statusCode()).isEqualTo(200);
        }
        assertThat(stage.enrolments.acts).isEmpty();
    }

    private static List<Object> names(JsonObject page) {
        return page.getJsonArray("terminals").stream()
                .map(each -> (Object) ((JsonObject) each).getString("name"))
                .toList();
    }

    private static String terminal(String name) {
        byte[] point = Samples.KEY.point();
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        JsonObject jwk = new JsonObject()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", base64.encodeToString(java.util.Arrays.copyOfRange(point, 1, 33)))
                .put("y", base64.encodeToString(java.util.Arrays.copyOfRange(point, 33, 65)));
        return new JsonObject()
                .put("name", name)
                .put("institution", FakeEnrolments.INSTITUTION)
                .put("means", FakeEnrolments.MEANS)
                .put("public_jwk", jwk)
                .encode();
    }

    @Test
    void entersInventedResidentsWithHowTheyAreWrittenTo() throws Exception {
        JsonObject person = new JsonObject()
                .put(
                        "fields",
                        new JsonObject()
                                .put("id_number", "5/000001/1")
                                .put("surname_zh", "陳")
                                .put("birth_date", "1990-05-06"))
                .put("multiple", true)
                .put("email", "a@example.mo");
        JsonObject senior = person.copy();
        senior.remove("email");
        senior.put("language", "pt");

        HttpResponse<String> answer = registry(
                "/synthetic-residents",
                new JsonObject()
                        .put("residents", new JsonArray().add(person).add(senior))
                        .encode());

        assertThat(json(answer).getJsonArray("e_ids")).hasSize(2);
        NewResident entered = stage.registry.entered.getFirst();
        assertThat(entered.fields())
                .containsEntry(Field.ID_NUMBER, "5000001(1)")
                .containsEntry(Field.SURNAME_ZH, "陳");
        assertThat(entered.multiple()).isTrue();
        assertThat(entered.cardExpires()).isNull();
        assertThat(stage.registry.emails).containsExactly("1 a@example.mo ZH_HANT", "2 null PT");
    }

    @Test
    void hasNoSuchAddressWherePeopleAreReal() throws Exception {
        stage.close();
        stage = new PeopleStage(new RateConfig(1000, 5000), false);

        assertThat(registry("/synthetic-residents", "{}").statusCode()).isEqualTo(404);
    }
}
