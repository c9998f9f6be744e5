package mo.farol.server.signin;

import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.jwk.JWK;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import mo.farol.server.config.ProviderConfig;
import mo.farol.server.config.SignInConfig;
import mo.farol.server.config.TokenType;
import mo.farol.server.jws.JwsAlgorithm;
import mo.farol.token.crypto.Crypto;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(40)
class PeopleSignInStartTest {
    private final Vertx vertx = Vertx.vertx();
    private TestProvider provider;

    @BeforeEach
    void start() {
        provider = new TestProvider();
    }

    @AfterEach
    void stop() {
        provider.close();
        await(vertx.close());
    }

    private Future<PeopleSignIn> starting(int waitSeconds) {
        SignInConfig config = new SignInConfig(
                List.of(TestConfig.residents(provider.issuer())), List.of(), null, 300, 3600, waitSeconds);
        return PeopleSignIn.start(vertx, Crypto.preferred().crypto(), config);
    }

    private void refusesTheStart(String why) {
        Throwable refused = catchThrowable(() -> await(starting(0)));

        assertThat(refusal(refused))
                .isEqualTo("sign_in: without the keys of " + provider.issuer() + " no token can be judged: " + why);
    }

    private static String refusal(Throwable thrown) {
        Throwable each = thrown;
        while (!(each instanceof ProviderUnusable) && each.getCause() != null) {
            each = each.getCause();
        }
        assertThat(each).isInstanceOf(ProviderUnusable.class);
        return String.valueOf(each.getMessage());
    }

    @Test
    void isRefusedOnAnEmptyKeySet() {
        refusesTheStart("the key set has no RS256 key with an id");
    }

    @Test
    void isRefusedOnAKeySetWithoutAUsableKey() throws Exception {
        JWK short1024 = JWK.parse("""
                {"kty":"RSA","kid":"short","e":"AQAB","n":"%s"}
                """.formatted("s".repeat(171)));
        provider.publish(Tokens.ec("ec-1"), short1024);
        refusesTheStart("the key set has no RS256 key with an id");
    }

    @Test
    void isRefusedWhenTheKeySetCannotBeHad() {
        provider.publishInstead(404, "{}");
        refusesTheStart("the key set cannot be fetched: status 404");
        provider.publishInstead(200, "<html>");
        refusesTheStart("not JSON");
        provider.publishInstead(200, "{\"keys\":[" + " ".repeat(300_000) + "]}");
        refusesTheStart("the key set cannot be fetched (an answer of more than 262144 bytes)");
    }

    @Test
    void isRefusedWhenNobodyAnswers() {
        provider.goDown();
        refusesTheStart("the metadata cannot be fetched (the request failed: AnnotatedConnectException)");
    }

    @Test
    void isRefusedWhenTheAnswerNeverEnds() {
        CountDownLatch latch = new CountDownLatch(1);
        provider.stallUntil(latch);
        refusesTheStart("the key set cannot be fetched (no answer within the deadline)");
        latch.countDown();
    }

    @Test
    void followsNoRedirection() {
        TestProvider elsewhere = new TestProvider();
        elsewhere.publish(Tokens.rsa("rsa-1"));
        provider.redirectKeysTo(elsewhere.issuer() + "/keys");
        refusesTheStart("the key set cannot be fetched: status 302");
        assertThat(elsewhere.readings.get()).isZero();
        elsewhere.close();
    }

    @Test
    void isRefusedOnTheMetadataOfAnotherIssuer() {
        provider.publish(Tokens.rsa("rsa-1"));
        provider.describeAs(TestProvider.metadata(provider.issuer() + "/", provider.issuer() + "/keys"));
        refusesTheStart("the metadata is of another issuer");
        provider.describeAs(TestProvider.metadata(provider.issuer(), "file:///etc/passwd"));
        refusesTheStart("the metadata's jwks_uri is not an https URL");
        provider.describeAs("{");
        refusesTheStart("the metadata is not JSON");
    }

    @Test
    void waitsForAProviderThatStartsBesideIt() {
        Future<PeopleSignIn> starting = starting(20);
        org.awaitility.Awaitility.await().until(() -> provider.readings.get() >= 1);
        assertThat(starting.isComplete()).isFalse();
        provider.publish(Tokens.rsa("rsa-1"));

        await(await(starting).close());
    }

    @Test
    void needsNoMetadataWhereTheKeySetIsConfigured() {
        provider.publish(Tokens.rsa("rsa-1"));
        provider.describeAs("nothing");
        ProviderConfig configured = new ProviderConfig(
                "https://id.example.mo",
                Optional.of(URI.create(provider.issuer() + "/keys")),
                Tokens.AUDIENCE,
                JwsAlgorithm.RS256,
                TokenType.AT_JWT,
                "resident",
                3600);
        SignInConfig config = new SignInConfig(
                List.of(TestConfig.residents(configured)),
                List.of(TestConfig.operators(provider.issuer())),
                null,
                300,
                3600,
                0);

        Throwable refused = catchThrowable(
                () -> await(PeopleSignIn.start(vertx, Crypto.preferred().crypto(), config)));

        assertThat(provider.readings.get()).isEqualTo(1);
        assertThat(refusal(refused)).contains(provider.issuer()).doesNotContain("id.example.mo");
    }
}
