package mo.farol.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mo.farol.cluster.config.ClusterProfile;
import mo.farol.cluster.config.ClusterSettings;
import mo.farol.cluster.config.ClusterSettingsReader;
import mo.farol.cluster.config.HazelcastConfiguration;
import mo.farol.cluster.config.Join;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedSamplesTest {
    private static final String CLUSTER_SECRET = "c3ludGhldGljIHNlY3JldCBvZiB0aGlzIG9uZSB0ZXN0ISE=\n";
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
    @ValueSource(strings = {"gateway-production.yaml", "gateway-cluster.yaml", "gateway-demo.yaml"})
    void loads(String name) throws Exception {
        String text = Files.readString(samples().resolve(name));
        String local = text.replace("/etc/farol", directory.toString());
        for (String line : local.lines()
                .filter(each -> each.contains(directory.toString()))
                .toList()) {
            Path file =
                    Path.of(line.substring(line.indexOf(directory.toString())).split(" ")[0]);
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    name.equals("gateway-cluster.yaml") && line.contains("secrets/cluster")
                            ? CLUSTER_SECRET
                            : "sample\n");
        }
        Path file = Files.writeString(directory.resolve(name), local);

        GatewayConfig config = await(ConfigFile.load(vertx, file, Map.of()));

        assertThat(config.store().password().reveal()).isEqualTo("sample");
        assertThat(config.limits()).isEqualTo(LimitsConfig.DEFAULTS);
        assertThat(config.signIn().residents().isEmpty()).isEqualTo(config.profile() == Profile.DEMO);
        assertThat(config.listener().tls() == null).isEqualTo(config.profile() == Profile.DEMO);
    }

    @Test
    void theClusterSampleNamesItsMembersListensOnItsPrivateAddressOnlyAndCallsNobody() throws Exception {
        loads("gateway-cluster.yaml");
        Path file = directory.resolve("gateway-cluster.yaml");
        // The sample's address is not this machine's.
        Path here = Files.writeString(
                directory.resolve("here.yaml"), Files.readString(file).replace("bind: 10.20.0.11", "bind: 127.0.0.1"));
        ClusterSettings settings = ClusterSettingsReader.read(
                await(ConfigFile.load(vertx, here, Map.of())).cluster().encode());

        Config hazelcast = HazelcastConfiguration.of(settings);

        assertThat(settings.profile()).isEqualTo(ClusterProfile.LAN);
        assertThat(settings.join())
                .isEqualTo(new Join.Members(List.of("10.20.0.11:5701", "10.20.0.12:5701", "10.20.0.13:5701")));
        assertThat(hazelcast.getNetworkConfig().getInterfaces().getInterfaces()).containsExactly("127.0.0.1");
        assertThat(hazelcast.getNetworkConfig().getJoin().getMulticastConfig().isEnabled())
                .isFalse();
        assertThat(hazelcast.getProperty("hazelcast.phone.home.enabled")).isEqualTo("false");
        assertThat(hazelcast.getSerializationConfig().getJavaSerializationFilterConfig())
                .isNotNull();
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
