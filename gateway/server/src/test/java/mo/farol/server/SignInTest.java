package mo.farol.server;

import static mo.farol.server.HttpCaller.json;
import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.util.Base64URL;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in over HTTP against the real database. */
class SignInTest {
    private static TestGateway gateway;
    private static HttpCaller caller;
    private static AssertionMaker assertions;

    @BeforeAll
    static void start() throws Exception {
        gateway = new TestGateway();
        caller = new HttpCaller(gateway.api());
        assertions = new AssertionMaker(gateway.terminal, gateway.config.issuer());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void givesATokenOfTenMinutesToATerminalThatProvesItself() throws Exception {
        HttpResponse<String> answer = caller.signIn(assertions.right());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(json(answer).getInteger("expires_in")).isEqualTo(600);
        assertThat(json(answer).getString("scope")).isEqualTo("verify receipts");
        JsonObject claims = new JsonObject(new String(
                new Base64URL(json(answer).getString("access_token").split("\\.")[1]).decode(),
                StandardCharsets.UTF_8));
        assertThat(claims.getString("sub")).isEqualTo(TestGateway.TERMINAL);
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(600);
    }

    @Test
    void takesAnAssertionOnce() throws Exception {
        String assertion = assertions.right();

        assertThat(caller.signIn(assertion).statusCode()).isEqualTo(200);
        refused(caller.signIn(assertion), "client_assertion: jti was used before");
    }

    static Stream<Arguments> wrongClaims() {
        long now = Instant.now().getEpochSecond();
        String issuer = "http://127.0.0.1:8080";
        return Stream.of(
                Arguments.of(Map.of("exp", now - 1), "exp is past"),
                Arguments.of(Map.of("exp", now + 400), "exp is more than 300 s ahead"),
                Arguments.of(Map.of("exp", "soon"), "exp must be a NumericDate"),
                Arguments.of(Map.of("iat", now + 120), "iat is ahead"),
                Arguments.of(Map.of("iat", now - 400), "iat is more than 300 s past"),
                Arguments.of(Map.of("nbf", now + 120), "nbf is ahead"),
                Arguments.of(Map.of("aud", issuer + "/oauth2/token"), "aud must be the issuer, as one string"),
                Arguments.of(Map.of("aud", issuer + "/"), "aud must be the issuer, as one string"),
                Arguments.of(Map.of("aud", issuer + " https://other.example"), "aud must be the issuer, as one string"),
                Arguments.of(Map.of("aud", new JsonArray().add(issuer)), "aud must be the issuer, as one string"),
                Arguments.of(
                        Map.of("aud", new JsonArray().add(issuer).add("https://other.example")),
                        "aud must be the issuer, as one string"),
                Arguments.of(Map.of("iss", "counter-2"), "iss and sub must both be the client id"),
                Arguments.of(Map.of("jti", ""), "jti must be 1 to 128 visible ASCII characters"),
                Arguments.of(Map.of("jti", 7), "jti must be a string"),
                Arguments.of(Map.of("jti", "x".repeat(129)), "jti must be 1 to 128 visible ASCII characters"));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void refusesWrongClaims(Map<String, Object> wrong, String why) throws Exception {
        refused(caller.signIn(assertions.with(claims -> wrong.forEach(claims::put))), "client_assertion: " + why);
    }

    @ParameterizedTest
    @MethodSource("claimNames")
    void refusesAnAssertionThatLacksAClaim(String name) throws Exception {
        assertThat(caller.signIn(assertions.with(claims -> claims.remove(name))).statusCode())
                .isEqualTo(401);
    }

    static Stream<String> claimNames() {
        return Stream.of("iss", "sub", "aud", "jti", "exp");
    }

    @Test
    void refusesADuplicateClaim() throws Exception {
        String claims = assertions.claims().encode();
        refused(
                caller.signIn(assertions.signed("{\"aud\":\"https://other.example\"," + claims.substring(1))),
                "client_assertion: not JSON");
    }

    @Test
    void refusesEveryOtherAlgorithmAndForm() throws Exception {
        String[] right = assertions.right().split("\\.");
        String none = encoded("{\"alg\":\"none\"}") + "." + right[1] + ".";
        refused(caller.signIn(none), "client_assertion: alg must be ES256");
        refused(caller.signIn(hs256(right[1])), "client_assertion: alg must be ES256");
        byte[] der = ECDSA.transcodeSignatureToDER(new Base64URL(right[2]).decode());
        refused(
                caller.signIn(right[0] + "." + right[1] + "." + Base64URL.encode(der)),
                "client_assertion: an ES256 signature has 64 bytes");
        String critical = encoded("{\"alg\":\"ES256\",\"crit\":[\"b64\"],\"b64\":false}");
        refused(caller.signIn(critical + "." + right[1] + "." + right[2]), "client_assertion: crit is not supported");
        refused(caller.signIn("not a jws"), "client_assertion: not a compact JWS");
    }

    /** The public key as an HMAC secret: what a checker that believes the header would accept. */
    private static String hs256(String payload) throws Exception {
        String input = encoded("{\"alg\":\"HS256\"}") + "." + payload;
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] secret = gateway.terminal.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return input + "." + Base64URL.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encoded(String json) {
        return Base64URL.encode(json).toString();
    }

    @Test
    void doesNotBelieveAKeyThatComesWithTheAssertion() throws Exception {
        var forger = TestGateway.newTerminalKey(TestGateway.TERMINAL);
        String header = encoded(new JsonObject()
                .put("alg", "ES256")
                .put("jwk", new JsonObject(forger.key().toPublicJWK().toJSONString()))
                .put("jku", "https://forger.example/jwks.json")
                .encode());
        String[] forged =
                new AssertionMaker(forger, gateway.config.issuer()).right().split("\\.");
        refusedAsNobody(caller.signIn(header + "." + forged[1] + "." + forged[2]));
        refusedAsNobody(caller.signIn(String.join(".", forged)));
    }

    @Test
    void answersAnUnknownTerminalAndAWrongSignatureAlike() throws Exception {
        var unknown = TestGateway.newTerminalKey("nobody-1");
        refusedAsNobody(caller.signIn(new AssertionMaker(unknown, gateway.config.issuer()).right()));
    }

    @Test
    void tellsASuspendedTerminalSoAndNobodyElse() throws Exception {
        var suspended = TestGateway.newTerminalKey("counter-suspended");
        long row = gateway.addTerminal(suspended, null);
        await(gateway.store.registry().suspendTerminal(row, true));
        AssertionMaker maker = new AssertionMaker(suspended, gateway.config.issuer());

        refused(caller.signIn(maker.right()), "terminal_suspended");
        var forger = TestGateway.newTerminalKey("counter-suspended");
        refusedAsNobody(caller.signIn(new AssertionMaker(forger, gateway.config.issuer()).right()));
        await(gateway.store.registry().suspendTerminal(row, false));
        assertThat(caller.signIn(maker.right()).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsATerminalThatSignsInOverAndOverToWaitAndNobodyElse() throws Exception {
        var restless = TestGateway.newTerminalKey("counter-restless");
        gateway.addTerminal(restless, null);
        AssertionMaker maker = new AssertionMaker(restless, gateway.config.issuer());

        HttpResponse<String> answer = caller.signIn(maker.right());
        while (answer.statusCode() == 200) {
            answer = caller.signIn(maker.right());
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("retry-after").orElse("0")))
                .isPositive();
        assertThat(caller.signIn(assertions.right()).statusCode()).isEqualTo(200);
    }

    @Test
    void answersWrongFormsInTheFormOfOAuth() throws Exception {
        assertThat(json(caller.token(Map.of("grant_type", "password"))).getString("error"))
                .isEqualTo("unsupported_grant_type");
        assertThat(json(caller.token(Map.of("client_id", "x"))).getString("error"))
                .isEqualTo("invalid_request");
        assertThat(json(caller.token(Map.of("grant_type", "client_credentials", "scope", "admin")))
                        .getString("error"))
                .isEqualTo("invalid_scope");
        assertThat(json(caller.token(Map.of("grant_type", "client_credentials", "client_id", "counter-1")))
                        .getString("error"))
                .isEqualTo("invalid_client");
        HttpResponse<String> twice = caller.post(
                "/oauth2/token",
                "grant_type=client_credentials&grant_type=client_credentials",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(json(twice).getString("error")).isEqualTo("invalid_request");
        assertThat(json(caller.post("/oauth2/token", "{}", "Content-Type", "application/json"))
                        .getString("error"))
                .isEqualTo("invalid_request");
    }

    private static void refusedAsNobody(HttpResponse<String> answer) {
        refused(answer, "no terminal is enrolled under this client id with this key or certificate");
    }

    private static void refused(HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).getString("error")).isEqualTo("invalid_client");
        assertThat(json(answer).getString("error_description")).isEqualTo(why);
    }
}
