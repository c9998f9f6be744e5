package mo.farol.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedSamplesTest {
    private static Vertx vertx;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        await(vertx.close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway-production.yaml", "gateway-demo.yaml"})
    void loads(String name) throws Exception {
        String text = Files.readString(samples().resolve(name));
        String local = text.replace("/etc/farol", directory.toString());
        for (String line : local.lines()
                .filter(each -> each.contains(directory.toString()))
                .toList()) {
            Path file =
                    Path.of(line.substring(line.indexOf(directory.toString())).split(" ")[0]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "sample\n");
        }
        Path file = Files.writeString(directory.resolve(name), local);

        GatewayConfig config = await(ConfigFile.load(vertx, file, Map.of()));

        assertThat(config.store().password().reveal()).isEqualTo("sample");
        assertThat(config.limits()).isEqualTo(LimitsConfig.DEFAULTS);
        assertThat(config.signIn().residents().isEmpty()).isEqualTo(config.profile() == Profile.DEMO);
        assertThat(config.listener().tls() == null).isEqualTo(config.profile() == Profile.DEMO);
    }

    @Test
    void aMissingFileAndAFileThatIsNotYamlAreTheUsersMistakes() throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.yaml"), "a: [b\n");

        assertThatThrownBy(() -> await(ConfigFile.load(vertx, directory.resolve("gone.yaml"), Map.of())))
                .hasCauseInstanceOf(InvalidConfig.class);
        assertThatThrownBy(() -> await(ConfigFile.load(vertx, broken, Map.of())))
                .hasCauseInstanceOf(InvalidConfig.class);
    }

    private static Path samples() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("docs/samples"))) {
            at = java.util.Objects.requireNonNull(at.getParent(), "docs/samples is part of the repository");
        }
        return at.resolve("docs/samples");
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
