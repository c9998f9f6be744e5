package mo.farol.cluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ClusterProfile.class)
    void loadAndFindMembersOnlyByWhatIsWrittenDown(ClusterProfile profile) throws Exception {
        ClusterSettings settings = ClusterSettingsReader.read(sample(profile));
        assertThat(settings.profile()).isEqualTo(profile);

        JoinConfig join = HazelcastConfiguration.of(settings).getNetworkConfig().getJoin();

        assertThat(join.getMulticastConfig().isEnabled()).isFalse();
        assertThat(join.isAutoDetectionEnabled()).isFalse();
        assertThat(join.getTcpIpConfig().isEnabled()).isEqualTo(profile != ClusterProfile.KUBERNETES);
        assertThat(join.getKubernetesConfig().isEnabled()).isEqualTo(profile == ClusterProfile.KUBERNETES);
        join.verify();
    }

    @ParameterizedTest
    @EnumSource(ClusterProfile.class)
    void closeEveryOtherDoor(ClusterProfile profile) throws Exception {
        Config config = HazelcastConfiguration.of(ClusterSettingsReader.read(sample(profile)));

        assertThat(config.getProperty("hazelcast.phone.home.enabled")).isEqualTo("false");
        assertThat(config.getProperty("hazelcast.shutdownhook.enabled")).isEqualTo("false");
        assertThat(config.getProperty("hazelcast.socket.bind.any")).isEqualTo("false");
        assertThat(config.getNetworkConfig().isPortAutoIncrement()).isFalse();
        assertThat(config.getNetworkConfig().getInterfaces().isEnabled()).isTrue();
        assertThat(config.getNetworkConfig().getInterfaces().getInterfaces()).containsExactly("127.0.0.1");
        assertThat(config.getNetworkConfig().getRestApiConfig().isEnabled()).isFalse();
        assertThat(config.getNetworkConfig().getMemcacheProtocolConfig().isEnabled())
                .isFalse();
        assertThat(config.getJetConfig().isEnabled()).isFalse();
        assertThat(config.getSerializationConfig()
                        .getJavaSerializationFilterConfig()
                        .isDefaultsDisabled())
                .isTrue();
    }

    /** The sample as it is shipped, with what differs from machine to machine put in. */
    private String sample(ClusterProfile profile) throws IOException {
        Path secret = Files.writeString(folder.resolve("cluster-secret"), ClusterSettingsReaderTest.SECRET);
        String text = Files.readString(Path.of("samples", profile.label() + ".yaml"));
        return text.replaceAll("(?m)^secret_file: .*$", "secret_file: " + secret)
                .replaceAll("(?m)^bind: eth.$", "bind: lo");
    }
}
