package mo.farol.server.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWK;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mo.farol.server.config.SignInConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys that come and go while residents use their tokens. */
@Timeout(60)
class ProviderKeysTest {
    private static final Duration UNKNOWN_EVERY = Duration.ofMillis(500);
    private static JWK first;
    private static JWK second;
    private static JWK stranger;

    private TestProvider provider;

    @BeforeAll
    static void makeKeys() {
        first = Tokens.rsa("rsa-1");
        second = Tokens.rsa("rsa-2");
        stranger = Tokens.rsa("rsa-9");
    }

    @BeforeEach
    void publish() {
        provider = new TestProvider();
        provider.publish(first);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private SignInRig rig(int refreshSeconds, int longestAgeSeconds) {
        SignInRig rig = new SignInRig(
                new SignInConfig(
                        List.of(TestConfig.residents(provider.issuer())),
                        List.of(),
                        null,
                        refreshSeconds,
                        longestAgeSeconds,
                        0),
                UNKNOWN_EVERY);
        rig.accounts.link(provider.issuer(), "person-1", 41);
        return rig;
    }

    private Tokens tokens(SignInRig rig) {
        return new Tokens(provider.issuer(), first, rig.time, "one-app", "resident");
    }

    @Test
    void areReadAnewForAKeyIdThatIsNotKnownYet() throws Exception {
        try (SignInRig rig = rig(3600, 3600)) {
            String before = tokens(rig).right();
            assertThat(rig.get(SignInRig.RESIDENT, before).statusCode()).isEqualTo(200);
            provider.publish(first, second);

            assertThat(rig.get(SignInRig.RESIDENT, tokens(rig).by(second).right())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(rig.get(SignInRig.RESIDENT, before).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refuseNobodyFalselyWhenTheyRotateInTheMiddleOfAFlood() throws Exception {
        try (SignInRig rig = rig(3600, 3600)) {
            String unknown = tokens(rig).by(stranger).right();
            List<CompletableFuture<HttpResponse<String>>> flood = IntStream.range(0, 40)
                    .mapToObj(n -> rig.getSoon(SignInRig.RESIDENT, unknown))
                    .toList();
            await().until(() -> provider.readings.get() >= 2);
            provider.publish(second);

            HttpResponse<String> fresh =
                    rig.get(SignInRig.RESIDENT, tokens(rig).by(second).right());

            assertThat(fresh.statusCode()).isEqualTo(200);
            for (CompletableFuture<HttpResponse<String>> each : flood) {
                assertThat(SignInRig.code(each.get(20, TimeUnit.SECONDS))).isEqualTo("401 invalid_token");
            }
        }
    }

    @Test
    void areNotAskedForOftenerByAFloodOfUnknownKeyIds() throws Exception {
        try (SignInRig rig = rig(3600, 3600)) {
            String known = tokens(rig).right();
            long began = System.nanoTime();
            List<CompletableFuture<HttpResponse<String>>> flood = new ArrayList<>();
            for (int n = 0; n < 600; n++) {
                String kid = "unknown-" + n;
                flood.add(rig.getSoon(SignInRig.RESIDENT, tokens(rig).headed(header -> header.put("kid", kid))));
            }
            assertThat(rig.get(SignInRig.RESIDENT, known).statusCode()).isEqualTo(200);
            int overloaded = 0;
            for (CompletableFuture<HttpResponse<String>> each : flood) {
                HttpResponse<String> answer = each.get(20, TimeUnit.SECONDS);
                assertThat(SignInRig.code(answer)).isIn("401 invalid_token", "503 overloaded");
                overloaded += answer.statusCode() == 503 ? 1 : 0;
            }
            long turns = Duration.ofNanos(System.nanoTime() - began).dividedBy(UNKNOWN_EVERY) + 2;

            assertThat(provider.readings.get()).isLessThanOrEqualTo((int) turns);
            assertThat(overloaded).isPositive();
            await().untilAsserted(() -> assertThat(SignInRig.code(
                            rig.get(SignInRig.RESIDENT, tokens(rig).by(stranger).right())))
                    .isEqualTo("401 invalid_token"));
        }
    }

    @Test
    void areNotSaidToLackAKeyWhileTheProviderCannotBeAsked() throws Exception {
        try (SignInRig rig = rig(3600, 3600)) {
            provider.goDown();

            assertThat(SignInRig.code(
                            rig.get(SignInRig.RESIDENT, tokens(rig).by(second).right())))
                    .isEqualTo("503 unavailable");
            provider.publish(first, second);
            provider.comeBack();
            assertThat(rig.get(SignInRig.RESIDENT, tokens(rig).by(second).right())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void takeTheTokensWithThemThatWereCheckedByThem() throws Exception {
        try (SignInRig rig = rig(1, 3600)) {
            String token = tokens(rig).right();
            assertThat(rig.get(SignInRig.RESIDENT, token).statusCode()).isEqualTo(200);
            provider.publish(second);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(SignInRig.code(rig.get(SignInRig.RESIDENT, token)))
                            .isEqualTo("401 invalid_token"));
            provider.publish(Tokens.rsa("rsa-1"));
            assertThat(rig.get(SignInRig.RESIDENT, token).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void lastForAWhileWhenTheProviderIsDownAndThenNoLonger() throws Exception {
        try (SignInRig rig = rig(1, 8)) {
            String token = tokens(rig).right();
            assertThat(rig.get(SignInRig.RESIDENT, token).statusCode()).isEqualTo(200);
            provider.goDown();

            assertThat(rig.get(SignInRig.RESIDENT, token).statusCode()).isEqualTo(200);
            assertThat(rig.get(SignInRig.RESIDENT, tokens(rig).right()).statusCode())
                    .isEqualTo(200);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                HttpResponse<String> answer = rig.get(SignInRig.RESIDENT, token);
                assertThat(SignInRig.code(answer)).isEqualTo("503 unavailable");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            });
            provider.comeBack();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> rig.get(SignInRig.RESIDENT, token).statusCode() == 200);
        }
    }
}
