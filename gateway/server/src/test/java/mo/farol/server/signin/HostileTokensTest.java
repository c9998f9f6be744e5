package mo.farol.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mo.farol.server.jws.JwsAlgorithm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every token that is not an access token of a listed client for this API gets one and the same answer. */
class HostileTokensTest {
    private static TestProvider rsaProvider;
    private static TestProvider ecProvider;
    private static SignInRig rig;
    private static Tokens rsa;
    private static Tokens ec;

    @BeforeAll
    static void start() {
        rsaProvider = new TestProvider();
        ecProvider = new TestProvider();
        JWK rsaKey = Tokens.rsa("rsa-1");
        JWK ecKey = Tokens.ec("ec-1");
        rsaProvider.publish(rsaKey, ecKey);
        ecProvider.publish(ecKey);
        rig = new SignInRig(
                TestConfig.of(
                        List.of(
                                TestConfig.residents(rsaProvider.issuer()),
                                TestConfig.residents(
                                        TestConfig.provider(ecProvider.issuer(), JwsAlgorithm.ES256, "resident"))),
                        List.of(TestConfig.operators(rsaProvider.issuer()))),
                Duration.ofMillis(50));
        rsa = new Tokens(rsaProvider.issuer(), rsaKey, rig.time, "one-app", "resident");
        ec = new Tokens(ecProvider.issuer(), ecKey, rig.time, "one-app", "resident");
        rig.accounts.link(rsaProvider.issuer(), "person-1", 41);
        rig.accounts.link(ecProvider.issuer(), "person-1", 42);
    }

    @AfterAll
    static void stop() {
        rig.close();
        rsaProvider.close();
        ecProvider.close();
    }

    @Test
    void areWrongInOneThingOnlyBecauseTheRightOnesAreAccepted() throws Exception {
        assertThat(rig.get(SignInRig.RESIDENT, rsa.right()).statusCode()).isEqualTo(200);
        assertThat(rig.get(SignInRig.RESIDENT, ec.right()).statusCode()).isEqualTo(200);
    }

    private static Arguments forged(String what, Supplier<String> token) {
        return Arguments.of(what, token);
    }

    private static Arguments claims(String what, Consumer<JsonObject> wrong) {
        return Arguments.of(what, (Supplier<String>) () -> rsa.with(wrong));
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forged("alg none", () -> unsigned("none")),
                forged("alg None", () -> unsigned("None")),
                forged("HS256 with the public key as the secret", HostileTokensTest::hmac),
                forged(
                        "ES256 by a key of a provider pinned to RS256",
                        () -> new Tokens(rsa.issuer(), ec.key(), rig.time, "one-app", "resident").right()),
                forged(
                        "RS256 at a provider pinned to ES256",
                        () -> new Tokens(ec.issuer(), rsa.key(), rig.time, "one-app", "resident").right()),
                forged("an unknown key", () -> rsa.by(Tokens.rsa("rsa-9")).right()),
                forged(
                        "another key under a known id",
                        () -> rsa.by(Tokens.rsa("rsa-1")).right()),
                forged(
                        "another EC key under a known id",
                        () -> ec.by(Tokens.ec("ec-1")).right()),
                forged("no kid", () -> rsa.headed(header -> header.remove("kid"))),
                forged("a kid that is a number", () -> rsa.headed(header -> header.put("kid", 1))),
                forged("a kid like a path", () -> rsa.headed(header -> header.put("kid", "../../dev/null"))),
                forged("a DER signature", HostileTokensTest::der),
                forged(
                        "a signature cut short",
                        () -> rsa.right().substring(0, rsa.right().length() - 4)),
                forged("no signature", () -> cut(rsa.right()) + "."),
                forged("a key of its own: jwk, jku, x5u", HostileTokensTest::ownKey),
                forged("crit", () -> rsa.headed(header -> header.put("crit", new JsonArray().add("exp")))),
                forged(
                        "a payload that is not an object",
                        () -> rsa.signed(rsa.header().encode(), "[1]")),
                forged(
                        "a payload that is not JSON",
                        () -> rsa.signed(rsa.header().encode(), "iss")),
                forged("duplicate claims", () -> rsa.signed(rsa.header().encode(), twice("aud", "other"))),
                forged(
                        "duplicate header names",
                        () -> rsa.signed(
                                "{\"alg\":\"RS256\"," + rsa.header().encode().substring(1),
                                rsa.claims().encode())),
                forged("padded base64", () -> rsa.right() + "="),
                forged("four parts", () -> rsa.right() + ".x"),
                forged("nothing", () -> ""),
                forged("a huge token", () -> rsa.with(claims -> claims.put("pad", "x".repeat(6000)))));
    }

    static Stream<Arguments> wrongClaims() {
        long now = System.currentTimeMillis() / 1000;
        return Stream.of(
                claims("iss of nobody", claims -> claims.put("iss", "https://id.example")),
                claims("iss with a slash", claims -> claims.put("iss", rsa.issuer() + "/")),
                claims("iss of the other provider", claims -> claims.put("iss", ec.issuer())),
                claims("no iss", claims -> claims.remove("iss")),
                claims("another aud", claims -> claims.put("aud", "https://api.example")),
                claims(
                        "two auds, neither ours",
                        claims -> claims.put("aud", List.of("account", "https://api.example"))),
                claims("two auds in one text", claims -> claims.put("aud", Tokens.AUDIENCE + " account")),
                claims("aud like ours", claims -> claims.put("aud", Tokens.AUDIENCE + "/")),
                claims(
                        "aud with a number in it",
                        claims -> claims.put(
                                "aud", new JsonArray().add(Tokens.AUDIENCE).add(1))),
                claims("no aud", claims -> claims.remove("aud")),
                claims("another service of the same provider", claims -> claims.put("azp", "tax-office")),
                claims("an operators' client", claims -> claims.put("azp", "console")),
                claims("azp and client_id that differ", claims -> claims.put("client_id", "one-web")),
                claims("no azp", claims -> claims.remove("azp")),
                claims("azp as a list", claims -> claims.put("azp", List.of("one-app"))),
                claims("no scope", claims -> claims.remove("scope")),
                claims("scope as a list", claims -> claims.put("scope", List.of("resident"))),
                claims("an ID token by its nonce", claims -> claims.put("nonce", "n-1")),
                claims("an ID token by its at_hash", claims -> claims.put("at_hash", "MTIzNDU2Nzg5MDEyMzQ1Ng")),
                claims("an ID token by its own mark", claims -> claims.put("typ", "ID")),
                claims("a refresh token", claims -> claims.put("typ", "Refresh")),
                claims("an offline token", claims -> claims.put("typ", "Offline")),
                forged("a logout token", () -> rsa.headed(header -> header.put("typ", "logout+jwt"))),
                claims("expired", claims -> claims.put("iat", now - 300).put("exp", now - 1)),
                claims("no exp", claims -> claims.remove("exp")),
                claims("exp as a text", claims -> claims.put("exp", Long.toString(now + 60))),
                claims("exp with a fraction", claims -> claims.put("exp", now + 60.5)),
                claims("a life too long", claims -> claims.put("iat", now).put("exp", now + 3601)),
                claims("exp far ahead", claims -> claims.put("exp", Long.MAX_VALUE)),
                claims("a negative exp", claims -> claims.put("exp", -1)),
                claims("no iat", claims -> claims.remove("iat")),
                claims("iat ahead", claims -> claims.put("iat", now + 120)),
                claims("nbf ahead", claims -> claims.put("nbf", now + 120)),
                claims("no sub", claims -> claims.remove("sub")),
                claims("an empty sub", claims -> claims.put("sub", "")),
                claims("a sub that is a number", claims -> claims.put("sub", 1)),
                claims("a sub with a line break", claims -> claims.put("sub", "person-1\nperson-2")),
                claims("a sub too long", claims -> claims.put("sub", "p".repeat(256))),
                claims("auth_time as a text", claims -> claims.put("auth_time", "now")),
                claims("acr as a list", claims -> claims.put("acr", List.of("strong"))),
                claims("of somebody who acts for the person", claims -> claims.put("act", Map.of("sub", "clerk-1"))),
                claims("bound to a DPoP key", claims -> claims.put("cnf", Map.of("jkt", "x"))),
                claims("bound to a certificate", claims -> claims.put("cnf", Map.of("x5t#S256", "x"))),
                claims("bound to something odd", claims -> claims.put("cnf", "x")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"forgeries", "wrongClaims"})
    void getOneAnswer(String what, Supplier<String> token) throws Exception {
        HttpResponse<String> none = rig.getWith(SignInRig.RESIDENT);
        assertThat(SignInRig.code(none)).isEqualTo("401 invalid_token");

        HttpResponse<String> answer = rig.get(SignInRig.RESIDENT, token.get());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).as(what).isEqualTo(none.body());
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }

    @Test
    void areNotLookedForAnywhereButInOneAuthorizationHeader() throws Exception {
        String right = rsa.right();

        assertThat(rig.getWith(SignInRig.RESIDENT, "Authorization", "Basic " + right)
                        .statusCode())
                .isEqualTo(401);
        assertThat(rig.getWith(SignInRig.RESIDENT, "Authorization", "Bearer").statusCode())
                .isEqualTo(401);
        assertThat(rig.getWith(SignInRig.RESIDENT + "?access_token=" + right).statusCode())
                .isEqualTo(401);
        assertThat(rig.getWith(
                                SignInRig.RESIDENT,
                                "Authorization",
                                "Bearer " + right,
                                "Authorization",
                                "Bearer " + right)
                        .statusCode())
                .isEqualTo(401);
    }

    private static String cut(String token) {
        return token.substring(0, token.lastIndexOf('.'));
    }

    private static String unsigned(String algorithm) {
        return Base64URL.encode(rsa.header().put("alg", algorithm).encode()) + "."
                + Base64URL.encode(rsa.claims().encode()) + ".";
    }

    /** What a checker that believes the header would accept. */
    private static String hmac() {
        String input = Base64URL.encode(rsa.header().put("alg", "HS256").encode()) + "."
                + Base64URL.encode(rsa.claims().encode());
        try {
            byte[] secret = rsa.key().toRSAKey().toPublicKey().getEncoded();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return input + "." + Base64URL.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String der() {
        String right = ec.right();
        byte[] raw = new Base64URL(right.substring(right.lastIndexOf('.') + 1)).decode();
        try {
            return cut(right) + "." + Base64URL.encode(ECDSA.transcodeSignatureToDER(raw));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ownKey() {
        JWK forger = Tokens.rsa("rsa-1");
        return rsa.by(forger)
                .headed(header -> header.put(
                                "jwk", new JsonObject(forger.toPublicJWK().toJSONString()))
                        .put("jku", "https://forger.example/keys")
                        .put("x5u", "https://forger.example/chain.pem"));
    }

    private static String twice(String claim, String first) {
        return "{\"" + claim + "\":\"" + first + "\"," + rsa.claims().encode().substring(1);
    }
}
