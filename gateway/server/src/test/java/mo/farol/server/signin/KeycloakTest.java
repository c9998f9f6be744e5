package mo.farol.server.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import mo.farol.server.config.SignInConfig;
import mo.farol.server.config.StepUpConfig;
import mo.farol.server.jws.JwsAlgorithm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tokens of a real provider that nobody made for this gateway. */
@Tag("keycloak")
class KeycloakTest {
    private static final String PERSON = "6b1f7a52-6f0e-4d3e-9a53-0c1f5f6f2a41";

    private static KeycloakServer keycloak;
    private static SignInRig rig;

    private KeycloakBrowser browser;

    @BeforeAll
    static void start() throws IOException {
        keycloak = new KeycloakServer();
        SignInConfig config = new SignInConfig(
                List.of(TestConfig.residents(
                        TestConfig.provider(keycloak.issuer(), JwsAlgorithm.RS256, "resident"),
                        new StepUpConfig(List.of("strong"), 300))),
                List.of(TestConfig.operators(keycloak.issuer())),
                null,
                2,
                3600,
                30);
        rig = new SignInRig(config, Duration.ofMillis(500));
        rig.accounts.link(keycloak.issuer(), PERSON, 41);
    }

    @AfterAll
    static void stop() {
        rig.close();
        keycloak.close();
    }

    @BeforeEach
    void openABrowserAndSetTheClock() {
        browser = new KeycloakBrowser(keycloak.issuer());
        rig.time.reset();
    }

    private String resident(String acrValues) throws Exception {
        return browser.signIn("one-app", "resident", acrValues).getString("access_token");
    }

    @Test
    void signsAResidentInThroughTheChannelOfTheApp() throws Exception {
        HttpResponse<String> me = rig.get(SignInRig.RESIDENT, resident(""));

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(SignInRig.json(me).getLong("resident")).isEqualTo(41);
        assertThat(SignInRig.json(me).getString("channel")).isEqualTo("app");
        assertThat(SignInRig.json(me).getBoolean("stepped_up")).isFalse();
    }

    @Test
    void signsNobodyInByAnyOtherTokenOfTheSamePerson() throws Exception {
        JsonObject tokens = browser.signIn("one-app", "resident", "");
        String elsewhere = browser.signIn("tax-office", "resident", "").getString("access_token");
        String narrow = browser.signIn("one-app", "", "").getString("access_token");

        assertThat(SignInRig.code(rig.get(SignInRig.RESIDENT, tokens.getString("id_token"))))
                .isEqualTo("401 invalid_token");
        assertThat(SignInRig.code(rig.get(SignInRig.RESIDENT, tokens.getString("refresh_token"))))
                .isEqualTo("401 invalid_token");
        assertThat(SignInRig.code(rig.get(SignInRig.RESIDENT, elsewhere))).isEqualTo("401 invalid_token");
        assertThat(SignInRig.code(rig.get(SignInRig.RESIDENT, narrow))).isEqualTo("401 invalid_token");
        assertThat(SignInRig.code(rig.get(SignInRig.OPERATOR, tokens.getString("access_token"))))
                .isEqualTo("401 invalid_token");
    }

    @Test
    void stepsUpWithinTheSameSessionWhenTheGatewayAsks() throws Exception {
        String weak = resident("");
        HttpResponse<String> asked = rig.get(SignInRig.BIND, weak);
        assertThat(SignInRig.code(asked)).isEqualTo("401 insufficient_user_authentication");
        assertThat(asked.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("acr_values=\"strong\"", "max_age=300");

        String strong = resident("strong");

        HttpResponse<String> bound = rig.get(SignInRig.BIND, strong);
        assertThat(bound.statusCode()).isEqualTo(200);
        assertThat(SignInRig.json(bound).getString("session"))
                .isEqualTo(SignInRig.json(rig.get(SignInRig.RESIDENT, weak)).getString("session"));
        rig.time.pass(310);
        assertThat(SignInRig.code(rig.get(SignInRig.BIND, strong))).isEqualTo("401 insufficient_user_authentication");
        assertThat(rig.get(SignInRig.RESIDENT, strong).statusCode()).isEqualTo(200);
    }

    @Test
    void signsAnOperatorInWithTheRolesOfTheRealm() throws Exception {
        String token = browser.signIn("console", "operator", "").getString("access_token");

        HttpResponse<String> me = rig.get(SignInRig.REGISTRY, token);

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(SignInRig.json(me).getJsonArray("roles")).isEqualTo(new JsonArray(List.of("registry_officer")));
        assertThat(me.body()).doesNotContain(PERSON);
    }

    @Test
    void rotatesItsKeysWithoutAFalseRefusal() throws Exception {
        String before = resident("");
        assertThat(rig.get(SignInRig.RESIDENT, before).statusCode()).isEqualTo(200);
        keycloak.rotate();

        String after = resident("");

        assertThat(keyId(after)).isNotEqualTo(keyId(before));
        assertThat(rig.get(SignInRig.RESIDENT, after).statusCode()).isEqualTo(200);
        assertThat(rig.get(SignInRig.RESIDENT, before).statusCode()).isEqualTo(200);

        keycloak.withdrawTheOldKey();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> rig.get(SignInRig.RESIDENT, before).statusCode() == 401);
        assertThat(rig.get(SignInRig.RESIDENT, after).statusCode()).isEqualTo(200);
    }

    private static String keyId(String token) {
        byte[] header = Base64.getUrlDecoder().decode(token.split("\\.")[0]);
        return new JsonObject(new String(header, StandardCharsets.UTF_8)).getString("kid");
    }
}
