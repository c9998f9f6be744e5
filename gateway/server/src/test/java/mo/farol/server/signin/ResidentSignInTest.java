package mo.farol.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an accepted token makes of its bearer. */
class ResidentSignInTest {
    private static TestProvider provider;
    private static SignInRig rig;
    private static Tokens tokens;

    @BeforeAll
    static void start() {
        JWK key = Tokens.rsa("rsa-1");
        provider = new TestProvider();
        provider.publish(key);
        rig = new SignInRig(
                TestConfig.of(
                        List.of(TestConfig.residents(provider.issuer())),
                        List.of(TestConfig.operators(provider.issuer()))),
                Duration.ofMillis(50));
        tokens = new Tokens(provider.issuer(), key, rig.time, "one-app", "resident");
        rig.accounts.link(provider.issuer(), "person-1", 41);
    }

    @BeforeEach
    void setTheClock() {
        rig.time.reset();
    }

    @AfterAll
    static void stop() {
        rig.close();
        provider.close();
    }

    private static JsonObject me(String token) throws Exception {
        HttpResponse<String> answer = rig.get(SignInRig.RESIDENT, token);
        assertThat(answer.statusCode()).isEqualTo(200);
        return SignInRig.json(answer);
    }

    private static String session(Consumer<JsonObject> change) throws Exception {
        return me(tokens.with(change)).getString("session");
    }

    @Test
    void isTheResidentToWhomTheAccountIsLinked() throws Exception {
        JsonObject me = me(tokens.right());

        assertThat(me.getLong("resident")).isEqualTo(41);
        assertThat(me.getBoolean("stepped_up")).isTrue();
        assertThat(me.getString("session")).hasSize(64);
    }

    @Test
    void isRefusedWhenTheAccountIsLinkedToNobody() throws Exception {
        String stranger = tokens.with(claims -> claims.put("sub", "person-2"));

        assertThat(SignInRig.code(rig.get(SignInRig.RESIDENT, stranger))).isEqualTo("403 account_not_linked");
        rig.accounts.link(provider.issuer(), "person-2", 7);
        assertThat(me(stranger).getLong("resident")).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"one-app, app", "one-web, one_account_web", "dsi-web, dsi_web"})
    void comesThroughTheChannelOfItsClient(String client, String channel) throws Exception {
        assertThat(me(tokens.with(claims -> claims.put("azp", client))).getString("channel"))
                .isEqualTo(channel);
    }

    static Stream<Arguments> alsoAccessTokens() {
        return Stream.of(
                Arguments.of("ours among other audiences", (Consumer<JsonObject>)
                        claims -> claims.put("aud", List.of("account", Tokens.AUDIENCE))),
                Arguments.of("client_id of RFC 9068", (Consumer<JsonObject>) claims -> {
                    claims.remove("azp");
                    claims.put("client_id", "one-app");
                }),
                Arguments.of(
                        "azp and client_id alike", (Consumer<JsonObject>) claims -> claims.put("client_id", "one-app")),
                Arguments.of("without the provider's own mark", (Consumer<JsonObject>) claims -> claims.remove("typ")),
                Arguments.of("a provider's clock a little ahead", (Consumer<JsonObject>) claims ->
                        claims.put("nbf", claims.getLong("iat") + 20).put("iat", claims.getLong("iat") + 20)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alsoAccessTokens")
    void takesWhatOtherProvidersSend(String what, Consumer<JsonObject> change) throws Exception {
        assertThat(me(tokens.with(change)).getLong("resident")).as(what).isEqualTo(41);
    }

    @Test
    void takesATokenThatIsMarkedAsRfc9068HasIt() throws Exception {
        String header = tokens.header().put("typ", "at+jwt").encode();

        me(tokens.signed(header, tokens.claims().encode()));
        me(tokens.signed(header, tokens.claims().put("nonce", "n-1").encode()));
        me(tokens.headed(fields -> fields.put("typ", "application/AT+JWT")));
        me(tokens.headed(fields -> fields.remove("typ")));
    }

    @ParameterizedTest
    @CsvSource({"openid", "openid residents", "operator", "''"})
    void needsTheScope(String scope) throws Exception {
        HttpResponse<String> answer = rig.get(SignInRig.RESIDENT, tokens.with(claims -> claims.put("scope", scope)));

        assertThat(SignInRig.code(answer)).isEqualTo("403 insufficient_scope");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"insufficient_scope\"");
    }

    static Stream<Consumer<JsonObject>> weakSignIns() {
        return Stream.of(
                claims -> claims.put("acr", "weak"),
                claims -> claims.remove("acr"),
                claims -> claims.remove("auth_time"),
                claims -> claims.put("auth_time", claims.getLong("iat") - 310),
                claims -> claims.put("auth_time", claims.getLong("iat") + 60));
    }

    @ParameterizedTest
    @MethodSource("weakSignIns")
    void isToldHowToStepUp(Consumer<JsonObject> weak) throws Exception {
        String token = tokens.with(weak);

        HttpResponse<String> answer = rig.get(SignInRig.BIND, token);

        assertThat(SignInRig.code(answer)).isEqualTo("401 insufficient_user_authentication");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .contains(
                        "Bearer error=\"insufficient_user_authentication\", acr_values=\"strong stronger\", max_age=300");
        assertThat(me(token).getBoolean("stepped_up")).isFalse();
    }

    @Test
    void isSteppedUpForAsLongAsTheSignInIsFreshByTheDatabasesTime() throws Exception {
        String token = tokens.with(claims -> claims.put("acr", "stronger").put("exp", claims.getLong("iat") + 900));

        assertThat(rig.get(SignInRig.BIND, token).statusCode()).isEqualTo(200);
        rig.time.pass(260);
        assertThat(rig.get(SignInRig.BIND, token).statusCode()).isEqualTo(200);
        rig.time.pass(35);
        assertThat(SignInRig.code(rig.get(SignInRig.BIND, token))).isEqualTo("401 insufficient_user_authentication");
        assertThat(me(token).getBoolean("stepped_up")).isFalse();
    }

    @Test
    void isTheSameSessionForAsLongAsTheProviderSaysSo() throws Exception {
        String session = session(claims -> {});

        assertThat(session(claims ->
                        claims.put("auth_time", claims.getLong("iat") - 99).put("azp", "one-web")))
                .isEqualTo(session);
        assertThat(session(claims -> claims.put("sid", "sign-in-2"))).isNotEqualTo(session);
    }

    @Test
    void isAnotherSessionWithEverySignInWhereTheProviderNamesNone() throws Exception {
        long now = rig.time.seconds();
        Consumer<JsonObject> unnamed =
                claims -> claims.put("auth_time", now - 10).remove("sid");
        String session = session(unnamed);

        assertThat(session(unnamed)).isEqualTo(session);
        assertThat(session(unnamed.andThen(claims -> claims.put("auth_time", now - 9))))
                .isNotEqualTo(session);
        assertThat(session(unnamed.andThen(claims -> claims.put("azp", "one-web"))))
                .isNotEqualTo(session);
        assertThat(session(claims -> claims.put("sid", Long.toString(now - 10))))
                .isNotEqualTo(session);
    }

    @Test
    void isSignedOutWhenTheTokenEndsThoughItWasCheckedBefore() throws Exception {
        String token = tokens.right();
        me(token);
        rig.time.pass(301);

        assertThat(SignInRig.code(rig.get(SignInRig.RESIDENT, token))).isEqualTo("401 invalid_token");
    }

    @Test
    void waitsForADatabaseThatCannotSayWhoOrWhen() throws Exception {
        rig.accounts.reachable(false);
        HttpResponse<String> who = rig.get(SignInRig.RESIDENT, tokens.right());
        rig.accounts.reachable(true);
        rig.time.uncertain(true);
        HttpResponse<String> when = rig.get(SignInRig.RESIDENT, tokens.right());
        rig.time.uncertain(false);

        assertThat(SignInRig.code(who)).isEqualTo("503 unavailable");
        assertThat(who.headers().firstValue("Retry-After")).contains("2");
        assertThat(SignInRig.code(when)).isEqualTo("503 unavailable");
        me(tokens.right());
    }

    @Test
    void printsNothingOfThePerson() {
        PersonToken token = new PersonToken(
                provider.issuer(),
                "person-1",
                "one-app",
                java.util.Optional.of("sign-in-1"),
                java.util.OptionalLong.empty(),
                java.util.Optional.empty(),
                true,
                List.of(),
                java.util.Optional.empty(),
                1);

        assertThat(token.toString()).isEqualTo("PersonToken[redacted]");
    }
}
