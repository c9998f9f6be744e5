package mo.farol.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mo.farol.server.config.SignInConfig;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A resident signs in at a provider that others wrote, by the authorization code flow, and uses what it hands out. */
@Timeout(60)
class EverydayFlowTest {
    private static final String BACK = "http://127.0.0.1/back";

    private final HttpClient browser = HttpClient.newHttpClient();
    private final RotatedKey key = new RotatedKey();
    private MockOAuth2Server provider;
    private String issuer;
    private SignInRig rig;

    @BeforeEach
    void start() {
        OAuth2TokenProvider tokens = new OAuth2TokenProvider(key);
        provider = new MockOAuth2Server(new OAuth2Config(false, null, null, false, tokens));
        provider.start(InetAddress.getLoopbackAddress(), 0);
        issuer = provider.issuerUrl("people").toString();
        SignInConfig config = new SignInConfig(List.of(TestConfig.residents(issuer)), List.of(), null, 3600, 3600, 10);
        rig = new SignInRig(config, Duration.ofMillis(200));
        rig.accounts.link(issuer, "person-1", 41);
    }

    @AfterEach
    void stop() {
        rig.close();
        provider.shutdown();
    }

    /** Signs with one key, and publishes that one only. */
    private static final class RotatedKey extends KeyProvider {
        private volatile JWK current = Tokens.rsa("first");

        @Override
        public JWK signingKey(String issuerId) {
            return current;
        }

        void rotate() {
            current = Tokens.rsa("second");
        }
    }

    /** What the provider's token endpoint answers. */
    private JsonObject signIn(String client) throws IOException, InterruptedException {
        Map<String, Object> claims = Map.of(
                "scope",
                "openid resident",
                "acr",
                "strong",
                "auth_time",
                System.currentTimeMillis() / 1000,
                "sid",
                "sign-in-1");
        provider.enqueueCallback(
                new DefaultOAuth2TokenCallback("people", "person-1", "JWT", List.of(Tokens.AUDIENCE), claims, 300));
        HttpResponse<String> redirection = browser.send(
                HttpRequest.newBuilder(URI.create(provider.authorizationEndpointUrl("people")
                                + "?response_type=code&scope=openid&state=s&client_id=" + client
                                + "&redirect_uri=" + BACK))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String location = redirection.headers().firstValue("Location").orElseThrow();
        String code = location.replaceFirst(".*[?&]code=([^&]+).*", "$1");
        HttpRequest exchange = HttpRequest.newBuilder(
                        URI.create(provider.tokenEndpointUrl("people").toString()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=authorization_code&code=" + code
                        + "&redirect_uri=" + BACK + "&client_id=" + client + "&client_secret=unused"))
                .build();
        HttpResponse<String> answer = browser.send(exchange, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private int status(String token) throws IOException, InterruptedException {
        return rig.get(SignInRig.RESIDENT, token).statusCode();
    }

    @Test
    void takesTheAccessTokenAndNothingElse() throws Exception {
        JsonObject tokens = signIn("dsi-web");

        HttpResponse<String> me = rig.get(SignInRig.BIND, tokens.getString("access_token"));
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(SignInRig.json(me).getLong("resident")).isEqualTo(41);
        assertThat(SignInRig.json(me).getString("channel")).isEqualTo("dsi_web");
        assertThat(status(tokens.getString("id_token"))).isEqualTo(401);
        assertThat(status(tokens.getString("refresh_token"))).isEqualTo(401);
        assertThat(status(signIn("another-service").getString("access_token"))).isEqualTo(401);
    }

    @Test
    void goesOnAcrossARotationAtOnce() throws Exception {
        String before = signIn("one-app").getString("access_token");
        assertThat(status(before)).isEqualTo(200);
        key.rotate();

        assertThat(status(signIn("one-app").getString("access_token"))).isEqualTo(200);
        assertThat(status(before)).isEqualTo(401);
    }
}
