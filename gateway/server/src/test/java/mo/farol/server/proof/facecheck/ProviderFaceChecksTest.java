package mo.farol.server.proof.facecheck;

import static java.util.Objects.requireNonNull;
import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import mo.farol.core.binding.Bindings;
import mo.farol.core.registry.IdNumber;
import mo.farol.server.config.Secret;
import mo.farol.server.outgoing.OutgoingHttp;
import mo.farol.server.outgoing.OutgoingTls;
import mo.farol.server.proof.FaceChecks;
import mo.farol.server.testing.CapturedLog;
import mo.farol.server.testing.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderFaceChecksTest {
    private static final String ISSUER = "https://gateway.example.mo";
    private static final String SECRET = "s3cret-canary";
    private static final String NUMBER = "5312908(4)";
    private static final Bindings.FaceCheckSubject SUBJECT = new Bindings.FaceCheckSubject(
            UUID.fromString("0198f0a0-0000-7000-8000-000000000001"),
            new IdNumber(NUMBER),
            UUID.fromString("0198f0a0-0000-7000-8000-0000000000c1"));

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<HttpServerRequest> asked = new AtomicReference<>();
    private final AtomicReference<JsonObject> body = new AtomicReference<>();

    @AfterEach
    void stop() {
        await(vertx.close());
    }

    private static JsonObject ticket() {
        return new JsonObject()
                .put("check", "chk_1")
                .put("capture_url", "https://face.example.mo/capture/chk_1")
                .put("expires", "2026-11-24T12:05:00+08:00");
    }

    private WebServer provider(int status, String type, String answer) {
        return new WebServer(
                vertx,
                request -> request.body().onSuccess(bytes -> {
                    asked.set(request);
                    body.set(bytes.toJsonObject());
                    request.response()
                            .setStatusCode(status)
                            .putHeader("Content-Type", type)
                            .end(answer);
                }));
    }

    private FaceChecks.Started start(URI url) {
        OutgoingHttp http =
                new OutgoingHttp(vertx, OutgoingTls.USUAL, Duration.ofSeconds(2), ProviderFaceChecks.LONGEST_ANSWER, 4);
        return await(new ProviderFaceChecks(http, url, new Secret(SECRET), ISSUER).start(SUBJECT));
    }

    private void assertUnreachable(int status, String type, String answer) {
        try (WebServer provider = provider(status, type, answer)) {
            assertThatThrownBy(() -> start(provider.url("/checks")))
                    .as(answer)
                    .hasCauseInstanceOf(FaceChecks.Unreachable.class);
        }
    }

    @Test
    void asksAsTheWireFormatHasItAndReadsTheAnswer() {
        try (WebServer provider = provider(201, "application/json; charset=utf-8", ticket().encode())) {
            FaceChecks.Started started = start(provider.url("/v1/checks"));

            assertThat(started)
                    .isEqualTo(new FaceChecks.Started(
                            "chk_1",
                            URI.create("https://face.example.mo/capture/chk_1"),
                            Instant.parse("2026-11-24T04:05:00Z")));
            HttpServerRequest request = requireNonNull(asked.get());
            assertThat(request.method().name()).isEqualTo("POST");
            assertThat(request.uri()).isEqualTo("/v1/checks");
            assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + SECRET);
            assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
            assertThat(body.get())
                    .isEqualTo(new JsonObject()
                            .put("subject", "0198f0a0-0000-7000-8000-000000000001")
                            .put("id_number", NUMBER)
                            .put("challenge", "0198f0a0-0000-7000-8000-0000000000c1")
                            .put("purpose", "bind")
                            .put("audience", ISSUER));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 302, 400, 401, 404, 429, 500, 503})
    void takesNoOtherStatusThanCreated(int status) {
        assertUnreachable(status, "application/json", ticket().encode());
    }

    @Test
    void readsTheAnswerStrictly() {
        assertUnreachable(201, "text/html", ticket().encode());
        assertUnreachable(201, "application/json", "");
        assertUnreachable(201, "application/json", "[]");
        assertUnreachable(
                201,
                "application/json",
                "{\"check\": \"a\", " + ticket().encode().substring(1));
        assertUnreachable(201, "application/json", ticket().encode() + " ".repeat(ProviderFaceChecks.LONGEST_ANSWER));
        for (Consumer<JsonObject> change : java.util.List.<Consumer<JsonObject>>of(
                json -> json.remove("check"),
                json -> json.put("check", 7),
                json -> json.put("check", "a b"),
                json -> json.put("check", "x".repeat(129)),
                json -> json.remove("capture_url"),
                json -> json.put("capture_url", "javascript:alert(1)"),
                json -> json.put("capture_url", "file:///etc/passwd"),
                json -> json.put("capture_url", "/capture"),
                json -> json.put("capture_url", "https://user@face.example.mo/"),
                json -> json.put("capture_url", "https://face.example.mo/#x"),
                json -> json.put("capture_url", "https://face.example.mo/ x"),
                json -> json.put("capture_url", "https://face.example.mo/" + "x".repeat(2048)),
                json -> json.remove("expires"),
                json -> json.put("expires", 1795552595),
                json -> json.put("expires", "tomorrow"),
                json -> json.put("more", "x"))) {
            JsonObject json = ticket();
            change.accept(json);
            assertUnreachable(201, "application/json", json.encode());
        }
    }

    @Test
    void putsNothingPersonalAndNoSecretIntoTheLog() {
        try (CapturedLog log = new CapturedLog()) {
            assertUnreachable(500, "application/json", NUMBER);
            assertThatThrownBy(() -> start(URI.create("http://127.0.0.1:1/checks")))
                    .hasCauseInstanceOf(FaceChecks.Unreachable.class);

            assertThat(log.text())
                    .contains("ALARM")
                    .doesNotContain(NUMBER, SECRET, SUBJECT.person().toString());
        }
    }
}
