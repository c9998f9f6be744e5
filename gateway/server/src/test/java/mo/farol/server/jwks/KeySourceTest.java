package mo.farol.server.jwks;

import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mo.farol.server.outgoing.OutgoingTls;
import mo.farol.server.testing.Signer;
import mo.farol.server.testing.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySourceTest {
    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final String keys = Signer.published(Signer.es256("a"));

    @AfterEach
    void stop() {
        await(vertx.close());
    }

    @Test
    void readsAUrlAndFollowsNoRedirection() {
        try (WebServer server =
                new WebServer(vertx, request -> request.response().end(keys))) {
            KeySource source = KeySource.url(vertx, server.url("/keys"), OutgoingTls.USUAL);
            assertThat(new String(await(source.fetch()), StandardCharsets.UTF_8))
                    .isEqualTo(keys);

            server.answer(request -> request.response()
                    .setStatusCode(302)
                    .putHeader("Location", "/elsewhere")
                    .end(keys));
            assertThatThrownBy(() -> await(source.fetch())).hasCauseInstanceOf(JwksUnusable.class);
            assertThat(server.requests()).isEqualTo(2);
            await(source.close());
        }
    }

    @Test
    void refusesAnAnswerThatIsTooLong() {
        try (WebServer server = new WebServer(
                vertx, request -> request.response().end(Buffer.buffer(new byte[KeySource.LONGEST + 1])))) {
            KeySource source = KeySource.url(vertx, server.url("/keys"), OutgoingTls.USUAL);
            assertThatThrownBy(() -> await(source.fetch())).hasCauseInstanceOf(JwksUnusable.class);
        }
    }

    @Test
    void readsAFileAndRefusesOneThatIsTooLongOrGone() throws Exception {
        Path file = Files.writeString(folder.resolve("keys.json"), keys);
        KeySource source = KeySource.file(vertx, file);
        assertThat(new String(await(source.fetch()), StandardCharsets.UTF_8)).isEqualTo(keys);

        Files.write(file, new byte[KeySource.LONGEST + 1]);
        assertThatThrownBy(() -> await(source.fetch())).hasCauseInstanceOf(JwksUnusable.class);
        Files.delete(file);
        assertThatThrownBy(() -> await(source.fetch())).hasCauseInstanceOf(JwksUnusable.class);
    }
}
