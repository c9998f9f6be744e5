package mo.farol.server;

import static mo.farol.server.HttpCaller.json;
import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import mo.farol.api.ApiFile;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.registry.NewPurpose;
import mo.farol.core.registry.Registry;
import mo.farol.phone.challenge.ChallengeAnswer;
import mo.farol.phone.terminal.TerminalKey;
import mo.farol.server.testing.RawConnection;
import mo.farol.token.CodeType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Challenges over HTTP, answered by the reference phone, on the real database. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChallengeContractTest {
    private static final String CHALLENGES = "/v1/challenges";
    private static final String LOAN = "bank.loan";

    private static TestGateway gateway;
    private static HttpCaller caller;
    private static Contract contract;
    private static TestPhone phone;
    private static String token;
    private static String neighbour;

    @BeforeAll
    static void start() throws Exception {
        gateway = new TestGateway(values -> values.put("codes", new JsonObject().put("challenge_life_seconds", 120))
                .put(
                        "limits",
                        new JsonObject()
                                .put("lag_millis", 30_000)
                                .put("body_seconds", 1)
                                .put(
                                        "per_terminal",
                                        new JsonObject().put("per_second", 1).put("burst", 60))));
        Registry registry = gateway.store.registry();
        long loan = await(registry.addPurpose(new NewPurpose(LOAN, CodeType.EID, false, true, false)));
        await(registry.grant(gateway.institution, loan, FieldSet.NAME_AND_PHOTO, false));
        caller = new HttpCaller(gateway.api());
        contract = new Contract(ApiFile.VERIFIER);
        phone = new TestPhone(gateway, Clock.systemUTC());
        token = accessToken(gateway.terminal, "verify");
        TerminalKey key = TestGateway.newTerminalKey("counter-2");
        gateway.addTerminal(key, null);
        neighbour = accessToken(key, "verify");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    @Order(1)
    void aChallengeIsShownAnsweredAndAcceptedAtThatTerminalOnce() throws Exception {
        JsonObject shown = json(ask(token, LOAN));
        assertThat(shown.getString("purpose")).isEqualTo(LOAN);
        assertThat(Duration.between(OffsetDateTime.now(), OffsetDateTime.parse(shown.getString("expires_at"))))
                .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(121));
        String code = code(phone, shown);
        JsonObject question = question(code).put("challenge", shown.getString("id"));

        assertThat(verify(neighbour, question)).isEqualTo("challenge_mismatch");
        assertThat(verify(neighbour, question(code))).isEqualTo("challenge_mismatch");
        assertThat(verify(token, question(code).put("challenge", "AQIDBAUGBwgBAgMEBQYHCA")))
                .isEqualTo("challenge_mismatch");
        assertThat(verify(token, question(code).put("purpose", TestGateway.PURPOSE)))
                .isEqualTo("challenge_mismatch");
        assertThat(verify(token, question)).isEqualTo("verified");
        assertThat(verify(token, question)).isEqualTo("already_used");
        assertThat(verify(token, question(code(new TestPhone(gateway, Clock.systemUTC()), shown))))
                .isEqualTo("challenge_mismatch");
    }

    @Test
    @Order(2)
    void aPurposeThatAsksForAChallengeTakesNoPlainCode() throws Exception {
        assertThat(verify(token, question(phone.code(CodeType.EID)))).isEqualTo("challenge_required");
        assertThat(verify(token, question(phone.code(CodeType.EID)).put("purpose", TestGateway.PURPOSE)))
                .isEqualTo("verified");
    }

    @Test
    @Order(3)
    void theSameRequestGetsTheSameChallengeAndAnotherBodyWithItsKeyNone() throws Exception {
        JsonObject wish = new JsonObject().put("purpose", LOAN);
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = post(token, key, wish);
        HttpResponse<String> again = post(token, key, wish);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("idempotent-replayed")).contains("true");
        assertThat(first.headers().firstValue("idempotent-replayed")).isEmpty();
        assertProblem(
                post(token, key, new JsonObject().put("purpose", TestGateway.PURPOSE)),
                ProblemCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(json(post(neighbour, key, wish)).getString("id"))
                .isNotEqualTo(json(first).getString("id"));
    }

    @Test
    @Order(4)
    void refusesWhatCannotBeAnswered() throws Exception {
        JsonObject wish = new JsonObject().put("purpose", LOAN);
        assertProblem(ask(token, "nothing.granted"), ProblemCode.PURPOSE_NOT_GRANTED);
        assertProblem(ask("forged", LOAN), ProblemCode.INVALID_TOKEN);
        assertProblem(ask(accessToken(gateway.terminal, "receipts"), LOAN), ProblemCode.INSUFFICIENT_SCOPE);
        assertProblem(post(token, "", wish), ProblemCode.IDEMPOTENCY_KEY_REQUIRED);
        for (JsonObject body : new JsonObject[] {
            wish.copy().put("extra", 1),
            new JsonObject(),
            wish.copy().putNull("purpose"),
            wish.copy().put("purpose", "")
        }) {
            assertProblem(post(token, "k", body), ProblemCode.INVALID_REQUEST);
        }
        assertProblem(post(token, "k", wish.copy().put("purpose", "p".repeat(20_000))), ProblemCode.CONTENT_TOO_LARGE);
        String bearer = "Bearer " + token;
        assertProblem(
                contract.holds("POST", CHALLENGES, caller.post(CHALLENGES, "x", "Authorization", bearer)),
                ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        assertProblem(
                contract.holds("POST", CHALLENGES, caller.get(CHALLENGES, "Authorization", bearer)),
                ProblemCode.METHOD_NOT_ALLOWED);
        try (RawConnection slow = new RawConnection(gateway.api().getPort())) {
            assertThat(slow.send("POST " + CHALLENGES + " HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    @Order(5)
    void issuesNothingToWhoIsSuspended() throws Exception {
        Registry registry = gateway.store.registry();
        await(registry.suspendInstitution(gateway.institution, true));
        assertProblem(ask(token, LOAN), ProblemCode.INSTITUTION_SUSPENDED);
        await(registry.suspendInstitution(gateway.institution, false));
        await(registry.suspendMeans(gateway.means, true));
        assertProblem(ask(token, LOAN), ProblemCode.MEANS_SUSPENDED);
        await(registry.suspendMeans(gateway.means, false));
        await(registry.suspendTerminal(gateway.terminalRow, true));
        assertProblem(ask(token, LOAN), ProblemCode.TERMINAL_SUSPENDED);
        await(registry.suspendTerminal(gateway.terminalRow, false));
        assertThat(ask(token, LOAN).statusCode()).isEqualTo(201);
    }

    @Test
    @Order(6)
    void limitsATerminal() throws Exception {
        HttpResponse<String> answer = ask(token, LOAN);
        for (int i = 0; i < 100 && answer.statusCode() == 201; i++) {
            answer = ask(token, LOAN);
        }
        assertProblem(answer, ProblemCode.TOO_MANY_REQUESTS);
    }

    @Test
    @Order(7)
    void calledEveryAnswerThatCanBeProvokedFromOutside() {
        Set<String> missing = new TreeSet<>(contract.documented());
        missing.removeIf(name -> !name.startsWith("POST " + CHALLENGES));
        missing.removeAll(contract.called());
        assertThat(missing).allMatch(name -> name.endsWith(" 503") || name.endsWith(" 500") || name.endsWith(" 408"));
        assertThat(contract.seenProblems())
                .containsAll(contract.documentedProblems().stream()
                        .filter(name -> name.startsWith("POST " + CHALLENGES))
                        .toList());
    }

    private static String accessToken(TerminalKey key, String scope) throws Exception {
        return json(caller.token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "scope",
                        scope,
                        "client_assertion_type",
                        HttpCaller.ASSERTION_TYPE,
                        "client_assertion",
                        new AssertionMaker(key, gateway.config.issuer()).right())))
                .getString("access_token");
    }

    private static HttpResponse<String> ask(String bearer, String purpose) throws Exception {
        return post(bearer, UUID.randomUUID().toString(), new JsonObject().put("purpose", purpose));
    }

    private static HttpResponse<String> post(String bearer, String key, JsonObject body) throws Exception {
        return contract.holds("POST", CHALLENGES, send(CHALLENGES, bearer, key, body));
    }

    private static HttpResponse<String> send(String path, String bearer, String key, JsonObject body) throws Exception {
        return caller.post(
                path,
                body.encode(),
                "Authorization",
                "Bearer " + bearer,
                "Idempotency-Key",
                key,
                "Content-Type",
                "application/json");
    }

    private static JsonObject question(String code) {
        return new JsonObject().put("code", code).put("purpose", LOAN);
    }

    /** @return the refusal's code, or {@code verified} */
    private static String verify(String bearer, JsonObject question) throws Exception {
        String path = "/v1/verifications";
        JsonObject answer = json(contract.holds(
                "POST", path, send(path, bearer, UUID.randomUUID().toString(), question)));
        return answer.getString("code", answer.getString("outcome"));
    }

    private static String code(TestPhone of, JsonObject shown) throws InterruptedException {
        ChallengeAnswer answer = of.answer(shown.getString("qr"));
        assertThat(answer).isInstanceOf(ChallengeAnswer.Code.class);
        return ((ChallengeAnswer.Code) answer).text();
    }

    private static void assertProblem(HttpResponse<String> answer, ProblemCode code) {
        assertThat(answer.body()).contains("\"code\":\"" + code.code() + "\"");
        assertThat(answer.statusCode()).isEqualTo(code.status());
    }
}
