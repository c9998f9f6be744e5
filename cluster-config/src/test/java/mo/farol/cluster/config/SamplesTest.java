package mo.farol.cluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.KubernetesConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
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
        assertThat(config.getMetricsConfig().isEnabled()).isFalse();
        assertThat(config.isLiteMember()).as("it keeps nobody's data").isTrue();
        assertThat(config.getProperty("hazelcast.event.queue.capacity")).isEqualTo("1024");
        assertThat(config.getSerializationConfig()
                        .getJavaSerializationFilterConfig()
                        .isDefaultsDisabled())
                .isTrue();
    }

    @Test
    void onKubernetesPodsFindEachOtherByTheHeadlessServiceOfTheManifest() throws Exception {
        Config config = HazelcastConfiguration.of(ClusterSettingsReader.read(sample(ClusterProfile.KUBERNETES)));
        String dns = config.getNetworkConfig().getJoin().getKubernetesConfig().getProperty("service-dns");
        JsonNode service = object("Service/farol-cluster");

        assertThat(dns).isEqualTo("farol-cluster.farol.svc.cluster.local");
        assertThat(service.at("/metadata/namespace").asText()).isEqualTo("farol");
        assertThat(service.at("/spec/clusterIP").asText()).isEqualTo("None");
        assertThat(service.at("/spec/publishNotReadyAddresses").asBoolean())
                .as("members meet before they are ready")
                .isTrue();
        assertThat(service.at("/spec/ports/0/port").asInt())
                .isEqualTo(config.getNetworkConfig().getPort());
        JsonNode policy = object("NetworkPolicy/farol-cluster");
        assertThat(policy.at("/spec/ingress/0/ports/0/port").asInt())
                .isEqualTo(config.getNetworkConfig().getPort());
    }

    @Test
    void byTheApiPodsMayReadEndpointsAndNothingElse() throws Exception {
        Config config =
                HazelcastConfiguration.of(ClusterSettingsReader.read("""
                profile: kubernetes
                secret: %s
                bind: lo
                kubernetes: {namespace: farol, service_name: farol-cluster}
                """.formatted(ClusterSettingsReaderTest.SECRET)));
        KubernetesConfig join = config.getNetworkConfig().getJoin().getKubernetesConfig();
        JsonNode role = object("Role/farol-cluster");

        assertThat(join.getProperty("namespace")).isEqualTo("farol");
        assertThat(join.getProperty("service-name")).isEqualTo("farol-cluster");
        assertThat(join.getProperty("service-dns")).isNull();
        assertThat(role.at("/rules/0/verbs").toString()).isEqualTo("[\"get\",\"list\"]");
        assertThat(role.at("/rules/0/resources").toString()).isEqualTo("[\"endpoints\",\"pods\",\"services\"]");
        assertThat(role.at("/rules").size()).isOne();
    }

    /** An object of the manifest, by kind and name. */
    private static JsonNode object(String kindAndName) throws IOException {
        Map<String, JsonNode> objects = new HashMap<>();
        try (MappingIterator<JsonNode> documents = new ObjectMapper(new YAMLFactory())
                .readerFor(JsonNode.class)
                .readValues(Path.of("..", "docs", "samples", "kubernetes.yaml").toFile())) {
            documents.forEachRemaining(each -> objects.put(
                    each.path("kind").asText() + "/" + each.at("/metadata/name").asText(), each));
        }
        return Objects.requireNonNull(objects.get(kindAndName), kindAndName);
    }

    /** The sample as it is shipped, with what differs from machine to machine put in. */
    private String sample(ClusterProfile profile) throws IOException {
        Path secret = Files.writeString(folder.resolve("cluster-secret"), ClusterSettingsReaderTest.SECRET);
        String text = Files.readString(Path.of("samples", profile.label() + ".yaml"));
        return text.replaceAll("(?m)^secret_file: .*$", "secret_file: " + secret)
                .replaceAll("(?m)^bind: eth.$", "bind: lo");
    }
}
