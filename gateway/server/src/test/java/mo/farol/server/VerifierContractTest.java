package mo.farol.server;

import static mo.farol.server.HttpCaller.json;
import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import mo.farol.api.ApiFile;
import mo.farol.api.problem.Advice;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.policy.Field;
import mo.farol.core.terminal.Standing;
import mo.farol.core.verification.ManualCheck;
import mo.farol.core.verification.Refusal;
import mo.farol.server.keys.GatewayKeys;
import mo.farol.server.testing.RawConnection;
import mo.farol.token.CodeType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Every operation and every documented answer of the verifier API, called over HTTP on the real database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerifierContractTest {
    private static final String VERIFY = "/v1/verifications";

    private static TestGateway gateway;
    private static HttpCaller caller;
    private static Contract contract;
    private static TestPhone phone;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        gateway = new TestGateway(values -> values.put(
                "limits",
                new JsonObject()
                        .put("lag_millis", 30_000)
                        .put("body_seconds", 1)
                        .put(
                                "per_terminal",
                                new JsonObject().put("per_second", 1).put("burst", 60))));
        caller = new HttpCaller(gateway.api());
        contract = new Contract(ApiFile.VERIFIER);
        phone = new TestPhone(gateway, Clock.systemUTC());
        token = accessToken(new AssertionMaker(gateway.terminal, gateway.config.issuer()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static String accessToken(AssertionMaker maker) throws Exception {
        HttpResponse<String> answer = contract.holds("POST", "/oauth2/token", caller.signIn(maker.right()));
        return json(answer).getString("access_token");
    }

    private static HttpResponse<String> verify(JsonObject body, String... more) throws Exception {
        return verify(token, UUID.randomUUID().toString(), body, more);
    }

    private static HttpResponse<String> verify(String bearer, String key, JsonObject body, String... more)
            throws Exception {
        List<String> headers = new ArrayList<>(List.of(
                "Authorization", "Bearer " + bearer, "Idempotency-Key", key, "Content-Type", "application/json"));
        headers.addAll(Arrays.asList(more));
        return contract.holds("POST", VERIFY, caller.post(VERIFY, body.encode(), headers.toArray(String[]::new)));
    }

    private static JsonObject question(String code) {
        return new JsonObject().put("code", code).put("purpose", TestGateway.PURPOSE);
    }

    private static HttpResponse<String> receipt(String bearer, String id) throws Exception {
        return contract.holds(
                "GET", "/v1/receipts/{id}", caller.get("/v1/receipts/" + id, "Authorization", "Bearer " + bearer));
    }

    @Test
    @Order(1)
    void verifiesACodeAndReleasesWhatIsGrantedOnly() throws Exception {
        JsonObject body = question(phone.code(CodeType.EID))
                .put("fields", new JsonArray().add("birth_date").add("surname_zh"));

        HttpResponse<String> answer = verify(body, "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject verified = json(answer);
        assertThat(verified.getString("outcome")).isEqualTo("verified");
        assertThat(verified.getJsonObject("released").getString("surname_zh"))
                .isEqualTo(phone.fields.get(Field.SURNAME_ZH));
        assertThat(verified.getJsonObject("released").fieldNames())
                .containsExactlyInAnyOrder("surname_zh", "given_names_zh", "surname_pt", "given_names_pt", "photo");
        assertThat(verified.getJsonArray("withheld"))
                .containsExactly(new JsonObject().put("field", "birth_date").put("why", "not_granted"));
        HttpResponse<String> receipt =
                receipt(token, verified.getJsonObject("receipt").getString("id"));
        assertThat(json(receipt).getString("outcome")).isEqualTo("verified");
    }

    @Test
    @Order(2)
    void repeatsTheAnswerToAnHonestRetryAndRefusesTheCodeToOthers() throws Exception {
        JsonObject body = question(phone.code(CodeType.EID));
        String key = UUID.randomUUID().toString();

        JsonObject first = json(verify(token, key, body));
        HttpResponse<String> again = verify(token, key, body);

        assertThat(first.getString("outcome")).isEqualTo("verified");
        assertThat(json(again).getString("outcome")).isEqualTo("verified");
        assertThat(json(again).getJsonObject("receipt").getString("id"))
                .isEqualTo(first.getJsonObject("receipt").getString("id"));
        assertThat(again.headers().firstValue("idempotent-replayed")).contains("true");
        assertThat(json(verify(body)).getString("code")).isEqualTo("already_used");
        HttpResponse<String> other = verify(token, key, question(phone.code(CodeType.EID)));
        assertProblem(other, ProblemCode.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    @Order(3)
    void refusesGenuineCodesEachWithItsOwnAdvice() throws Exception {
        TestPhone slow = new TestPhone(gateway, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10)));
        TestPhone fast = new TestPhone(gateway, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)));
        TestPhone lost = new TestPhone(gateway, Clock.systemUTC());
        await(gateway.store.registry().setBindingStatus(lost.binding, BindingStatus.SUSPENDED));

        assertThat(json(verify(question(slow.code(CodeType.EID)), "Accept-Language", "en"))
                        .getString("advice"))
                .contains("set the phone's clock");
        assertThat(json(verify(question(fast.code(CodeType.EID)))).getString("code"))
                .isEqualTo("clock_skew");
        assertThat(json(verify(question(phone.code(CodeType.CLEARANCE)))).getString("code"))
                .isEqualTo("wrong_code_type");
        assertThat(json(verify(question(lost.code(CodeType.EID)))).getString("code"))
                .isEqualTo("suspended");
    }

    @Test
    @Order(4)
    void givesOneAnswerToWhateverIsNotProvenGenuine() throws Exception {
        String code = phone.code(CodeType.EID);
        String changed = code.substring(0, code.length() - 3) + (code.endsWith("000") ? "001" : "000");
        Set<String> bodies = new TreeSet<>();
        for (String text : List.of("", "HC1:NCFOXN", code.toLowerCase(Locale.ROOT), changed, "E".repeat(9000))) {
            HttpResponse<String> answer = verify(question(text), "Accept-Language", "pt");
            assertThat(json(answer).getString("code")).isEqualTo("not_recognised");
            bodies.add(answer.body());
        }
        assertThat(bodies).hasSize(1);
    }

    @Test
    @Order(5)
    void refusesRequestsThatCannotBeAnswered() throws Exception {
        JsonObject body = question("EID1:X");
        assertProblem(verify(body.copy().put("extra", 1)), ProblemCode.INVALID_REQUEST);
        assertProblem(verify(body.copy().put("fields", new JsonArray().add("shoe_size"))), ProblemCode.INVALID_REQUEST);
        assertProblem(verify(token, "", body), ProblemCode.IDEMPOTENCY_KEY_REQUIRED);
        assertProblem(verify("forged", "key", body), ProblemCode.INVALID_TOKEN);
        assertProblem(verify(body.copy().put("purpose", "nothing.granted")), ProblemCode.PURPOSE_NOT_GRANTED);
        assertProblem(
                contract.holds("POST", VERIFY, caller.post(VERIFY, "x", "Authorization", "Bearer " + token)),
                ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        assertProblem(verify(body.copy().put("reason", "r".repeat(20_000))), ProblemCode.CONTENT_TOO_LARGE);
        assertProblem(
                contract.holds("POST", VERIFY, caller.get(VERIFY, "Authorization", "Bearer " + token)),
                ProblemCode.METHOD_NOT_ALLOWED);
        assertProblem(
                contract.holds(
                        "GET",
                        "/v1/receipts/{id}",
                        caller.post(
                                "/v1/receipts/x",
                                "{}",
                                "Authorization",
                                "Bearer " + token,
                                "Content-Type",
                                "application/json")),
                ProblemCode.METHOD_NOT_ALLOWED);
        assertProblem(
                contract.holds(
                        "GET",
                        "/log/proof/{receipt}",
                        caller.post("/log/proof/x", "{}", "Authorization", "Bearer " + token)),
                ProblemCode.METHOD_NOT_ALLOWED);
        assertProblem(receipt("forged", "x"), ProblemCode.INVALID_TOKEN);
        assertProblem(receipt(token, UUID.randomUUID().toString()), ProblemCode.NOT_FOUND);
        assertProblem(receipt(token, "../../etc/passwd".replace("/", "%2F")), ProblemCode.NOT_FOUND);
    }

    @Test
    @Order(6)
    void refusesATokenWithoutTheScope() throws Exception {
        String narrow = json(caller.token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "scope",
                        "receipts",
                        "client_assertion_type",
                        HttpCaller.ASSERTION_TYPE,
                        "client_assertion",
                        new AssertionMaker(gateway.terminal, gateway.config.issuer()).right())))
                .getString("access_token");

        assertProblem(verify(narrow, "key", question("EID1:X")), ProblemCode.INSUFFICIENT_SCOPE);
        assertProblem(receipt(narrow, UUID.randomUUID().toString()), ProblemCode.NOT_FOUND);
        String other = json(caller.token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "scope",
                        "verify",
                        "client_assertion_type",
                        HttpCaller.ASSERTION_TYPE,
                        "client_assertion",
                        new AssertionMaker(gateway.terminal, gateway.config.issuer()).right())))
                .getString("access_token");
        assertProblem(receipt(other, UUID.randomUUID().toString()), ProblemCode.INSUFFICIENT_SCOPE);
        assertProblem(proof(other, UUID.randomUUID().toString()), ProblemCode.INSUFFICIENT_SCOPE);
    }

    @Test
    @Order(7)
    void stopsASuspendedTerminalThatStillHoldsAToken() throws Exception {
        var key = TestGateway.newTerminalKey("counter-2");
        long row = gateway.addTerminal(key, null);
        String bearer = accessToken(new AssertionMaker(key, gateway.config.issuer()));
        await(gateway.store.registry().suspendTerminal(row, true));

        assertProblem(
                verify(bearer, UUID.randomUUID().toString(), question(phone.code(CodeType.EID))),
                ProblemCode.TERMINAL_SUSPENDED);
    }

    @Test
    @Order(8)
    void answersTheTokenEndpointsErrorsAsDocumented() throws Exception {
        contract.holds("POST", "/oauth2/token", caller.token(Map.of("grant_type", "password")));
        contract.holds("POST", "/oauth2/token", caller.signIn("no.such.assertion"));
        contract.holds("POST", "/oauth2/token", caller.signIn("x".repeat(20_000)));
        try (RawConnection slow = new RawConnection(gateway.api().getPort())) {
            String answer = slow.send("POST /oauth2/token HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n")
                    .answer();
            assertThat(answer).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    @Order(9)
    void publishesItsDocuments() throws Exception {
        for (String path : List.of(
                "/.well-known/oauth-authorization-server",
                "/.well-known/jwks.json",
                "/.well-known/code-keys",
                "/problems",
                "/openapi/verifier.yaml")) {
            contract.holds("GET", path, caller.get(path));
        }
        for (ApiFile file : ApiFile.values()) {
            String path = "/openapi/" + file.fileName();
            assertThat(new Contract(file).holds("GET", path, caller.get(path)).body())
                    .isEqualTo(new String(file.yaml(), StandardCharsets.UTF_8));
        }
        contract.holds("GET", "/problems/{code}", caller.get("/problems/wrong_code_type"));
        contract.holds("GET", "/problems/{code}", caller.get("/problems/nonsense"));
        assertThat(json(caller.get("/.well-known/oauth-authorization-server")).getString("issuer"))
                .isEqualTo(gateway.config.issuer());
    }

    @Test
    @Order(9)
    void provesAReceiptByThePublicLogAlone() throws Exception {
        String id = json(verify(question(phone.code(CodeType.EID))))
                .getJsonObject("receipt")
                .getString("id");
        String leaf = json(receipt(token, id)).getString("leaf_hash");
        long records = gateway.database.number("SELECT count(*) FROM access_record");
        Awaitility.await()
                .until(() -> Long.parseLong(caller.get("/log/checkpoint").body().split("\n")[1]) >= records);

        HttpResponse<String> proof = proof(token, id);

        assertThat(proof.statusCode()).as(proof.body()).isEqualTo(200);
        Path file = Files.writeString(Files.createTempFile("proof", ".json"), proof.body());
        Path key = Files.writeString(
                Files.createTempFile("key", ".txt"),
                GatewayKeys.log(gateway.config.keys())
                        .publicKey(gateway.config.log().name().base())
                        .text());
        Path stated = Files.writeString(
                Files.createTempFile("receipt", ".json"), receipt(token, id).body());
        Path jwks = Files.writeString(
                Files.createTempFile("jwks", ".json"),
                caller.get("/.well-known/jwks.json").body());
        String[] verify = {
            "audit",
            "verify",
            "--proof",
            file.toString(),
            "--key",
            key.toString(),
            "--receipt",
            stated.toString(),
            "--receipt-keys",
            jwks.toString()
        };
        assertThat(json(proof).getString("leaf_hash")).isEqualTo(leaf);
        assertThat(Main.run(List.of(verify), System.out, System.err)).isZero();
        Files.writeString(file, proof.body().replace("\"salt\":\"", "\"salt\":\"A"));
        assertThat(Main.run(List.of(verify), System.out, System.err)).isEqualTo(3);

        contract.holds("GET", "/log/checkpoint", caller.get("/log/checkpoint"));
        long size = Long.parseLong(json(proof).getString("checkpoint").split("\n")[1]);
        String first = size < 256 ? "/log/tile/0/000.p/" + size : "/log/tile/0/000";
        contract.holds("GET", "/log/tile/{path}", caller.get(first));
        contract.holds("GET", "/log/tile/{path}", caller.get(first.replace("/0/", "/entries/")));
        contract.holds("GET", "/log/tile/{path}", caller.get("/log/tile/0/x001/000"));
        contract.holds("GET", "/log/tile/{path}", caller.get("/log/tile/..%2Fcheckpoint"));
        assertProblem(proof("forged", id), ProblemCode.INVALID_TOKEN);
        assertProblem(proof(token, UUID.randomUUID().toString()), ProblemCode.NOT_FOUND);
    }

    private static HttpResponse<String> proof(String bearer, String id) throws Exception {
        return contract.holds(
                "GET", "/log/proof/{receipt}", caller.get("/log/proof/" + id, "Authorization", "Bearer " + bearer));
    }

    @Test
    @Order(10)
    void limitsATerminalAndSaysWhenToComeBack() throws Exception {
        HttpResponse<String> answer = verify(question(""));
        for (int i = 0; i < 100 && answer.statusCode() == 200; i++) {
            answer = verify(question(""));
        }
        assertProblem(answer, ProblemCode.TOO_MANY_REQUESTS);
        assertThat(answer.headers().firstValue("ratelimit").orElse("")).startsWith("\"terminal\";r=0;");
        assertProblem(receipt(token, UUID.randomUUID().toString()), ProblemCode.TOO_MANY_REQUESTS);
        assertProblem(proof(token, UUID.randomUUID().toString()), ProblemCode.TOO_MANY_REQUESTS);
    }

    @Test
    @Order(11)
    void calledEveryAnswerThatCanBeProvokedFromOutside() {
        Set<String> missing = new TreeSet<>(contract.documented());
        missing.removeAll(contract.called());

        // A lost database, a full gateway and a slow body have tests of their own; a fault of ours has no request. So
        // have what a kiosk may be answered and what becomes of challenges: KioskContractTest, ChallengeContractTest.
        missing.removeIf(
                name -> name.startsWith("POST /v1/kiosk-bindings ") || name.startsWith("POST /v1/challenges "));
        // A terminal that signs in over and over: SignInTest.
        missing.remove("POST /oauth2/token 429");
        // Before the log's first checkpoint only.
        missing.remove("GET /log/checkpoint 404");
        assertThat(missing).allMatch(name -> name.endsWith(" 503") || name.endsWith(" 500") || name.endsWith(" 408"));
    }

    @Test
    @Order(12)
    void namesEveryCodeOfTheRoomsInTheFileAndInTheCatalogue() {
        Set<String> outcomes = new TreeSet<>();
        Arrays.stream(Refusal.values()).map(Refusal::code).forEach(outcomes::add);
        Arrays.stream(ManualCheck.values()).map(ManualCheck::code).forEach(outcomes::add);
        outcomes.add("not_recognised");
        Set<String> fields = new TreeSet<>();
        Arrays.stream(Field.values()).map(Field::wireName).forEach(fields::add);

        assertThat(contract.enumOf("OutcomeCode")).isEqualTo(outcomes);
        assertThat(contract.enumOf("FieldName")).isEqualTo(fields);
        assertThat(Arrays.stream(Advice.values()).map(Advice::code)).containsAll(outcomes);
        assertThat(contract.enumOf("ProblemCode"))
                .containsAll(
                        Arrays.stream(Standing.values()).map(Standing::code).toList());
    }

    private static void assertProblem(HttpResponse<String> answer, ProblemCode code) {
        assertThat(answer.body()).contains("\"code\":\"" + code.code() + "\"");
        assertThat(answer.statusCode()).isEqualTo(code.status());
        assertThat(json(answer).getString("help")).isEqualTo("2837-0777 / 2837-0888");
        assertThat(answer.headers().firstValue("traceparent").orElse(""))
                .contains(json(answer).getString("trace_id"));
    }
}
