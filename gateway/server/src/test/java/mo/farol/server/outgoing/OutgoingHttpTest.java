package mo.farol.server.outgoing;

import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mo.farol.server.TestCertificates;
import mo.farol.server.testing.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OutgoingHttpTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration IMPATIENT = Duration.ofMillis(700);

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        await(vertx.close());
    }

    private OutgoingHttp client(OutgoingTls tls) {
        return new OutgoingHttp(vertx, tls, PATIENT, 1024, 2);
    }

    private OutgoingHttp plain() {
        return client(OutgoingTls.USUAL);
    }

    private static void assertNoAnswer(Future<BoundedAnswer> answer) {
        assertThatThrownBy(() -> await(answer)).hasCauseInstanceOf(NoAnswer.class);
    }

    @Test
    void sendsABodyAndReadsTheAnswer() {
        try (WebServer echo = new WebServer(
                vertx,
                request -> request.body()
                        .onSuccess(body -> request.response()
                                .putHeader("Content-Type", "Text/Plain; charset=utf-8")
                                .setStatusCode(201)
                                .end(request.method() + request.getHeader("X-One") + body)))) {
            BoundedAnswer answer =
                    await(plain().send(HttpMethod.POST, echo.url("/"), Map.of("X-One", "1"), new byte[] {'a', 'b'}));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.mediaType()).isEqualTo("text/plain");
            assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("POST1ab");
        }
    }

    @Test
    void takesAsMuchAsAllowedAndNotAByteMore() {
        try (WebServer server =
                new WebServer(vertx, request -> request.response().end("x".repeat(1024)))) {
            assertThat(await(plain().get(server.url("/"), "*/*")).body()).hasSize(1024);
            server.answer(request -> request.response().end("x".repeat(1025)));
            assertNoAnswer(plain().get(server.url("/"), "*/*"));
        }
    }

    @Test
    @Timeout(20)
    void waitsNeitherForASilentServerNorForOneThatDrips() {
        OutgoingHttp impatient = new OutgoingHttp(vertx, OutgoingTls.USUAL, IMPATIENT, 1024, 2);
        try (WebServer server = new WebServer(vertx, request -> {})) {
            assertNoAnswer(impatient.get(server.url("/"), "*/*"));
            server.answer(request -> {
                request.response().setChunked(true);
                long timer = vertx.setPeriodic(100, tick -> request.response().write("x"));
                request.connection().closeHandler(closed -> vertx.cancelTimer(timer));
            });
            assertNoAnswer(impatient.get(server.url("/"), "*/*"));
        }
    }

    @Test
    void neverFollowsARedirectionWithItsCredentials() {
        try (WebServer server = new WebServer(
                vertx,
                request -> request.response()
                        .setStatusCode(307)
                        .putHeader("Location", "http://127.0.0.1:1/")
                        .end())) {
            BoundedAnswer answer = await(
                    plain().send(HttpMethod.POST, server.url("/"), Map.of("Authorization", "Bearer x"), new byte[1]));

            assertThat(answer.status()).isEqualTo(307);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void namesNeitherUrlNorBodyWhenNobodyListens() {
        URI nobody = URI.create("http://127.0.0.1:1/secret-path");

        assertThatThrownBy(() -> await(plain().send(
                                HttpMethod.POST,
                                nobody,
                                Map.of(),
                                "canary".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .cause()
                .isInstanceOf(NoAnswer.class)
                .message()
                .doesNotContain("secret-path")
                .doesNotContain("canary");
    }

    @Test
    void trustsTheConfiguredAuthorityOnlyAndShowsItsOwnCertificate() throws Exception {
        TestCertificates server = new TestCertificates("provider");
        TestCertificates me = new TestCertificates("gateway");
        Path mine = me.writeCertificate(folder.resolve("me.pem"));
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setClientAuth(io.vertx.core.http.ClientAuth.REQUIRED)
                .setTrustOptions(new PemTrustOptions().addCertPath(mine.toString()))
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(server.writeCertificate(folder.resolve("server.pem"))
                                .toString())
                        .setKeyPath(
                                server.writeKey(folder.resolve("server.key")).toString()));
        OutgoingTls.Identity identity = new OutgoingTls.Identity(mine, me.writeKey(folder.resolve("me.key")));
        Optional<Path> authority = Optional.of(folder.resolve("server.pem"));
        try (WebServer web =
                new WebServer(vertx, options, request -> request.response().end("hello"))) {
            assertThat(await(client(new OutgoingTls(authority, Optional.of(identity)))
                                    .get(web.url("/"), "*/*"))
                            .status())
                    .isEqualTo(200);
            assertNoAnswer(client(new OutgoingTls(authority, Optional.empty())).get(web.url("/"), "*/*"));
            assertNoAnswer(client(new OutgoingTls(Optional.empty(), Optional.of(identity)))
                    .get(web.url("/"), "*/*"));
            URI otherName = URI.create(web.url("/").toString().replace("127.0.0.1", "localhost"));
            assertNoAnswer(
                    client(new OutgoingTls(authority, Optional.of(identity))).get(otherName, "*/*"));
        }
        options.setEnabledSecureTransportProtocols(Set.of("TLSv1.2"));
        try (WebServer old =
                new WebServer(vertx, options, request -> request.response().end("hello"))) {
            assertNoAnswer(
                    client(new OutgoingTls(authority, Optional.of(identity))).get(old.url("/"), "*/*"));
        }
    }
}
