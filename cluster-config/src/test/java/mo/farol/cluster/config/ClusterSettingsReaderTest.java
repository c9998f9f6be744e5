package mo.farol.cluster.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterSettingsReaderTest {
    static final String SECRET = "c3ludGhldGljIHNlY3JldCBvZiB0aGlzIG9uZSB0ZXN0ISE=";

    @TempDir
    Path folder;

    @Test
    void hasDefaultsForAllButProfileAndSecret() throws InvalidClusterSettings {
        ClusterSettings settings = ClusterSettingsReader.read("profile: dev\nsecret: " + SECRET);

        assertThat(settings.profile()).isEqualTo(ClusterProfile.DEV);
        assertThat(settings.name()).isEqualTo("farol");
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(5701);
        assertThat(settings.join()).isEqualTo(new Join.Members(List.of("127.0.0.1:5701")));
        assertThat(settings.queue()).isEqualTo(65_536);
        assertThat(settings.batch()).isEqualTo(256);
    }

    @Test
    void readsEveryKey() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");

        ClusterSettings settings = ClusterSettingsReader.read("""
                profile: lan
                name: gateways-1
                secret_file: %s
                bind: eth7
                port: 5799
                members: [10.0.0.1:5799, "gateway-2.example:5799"]
                announcements: {queue: 1000, batch: 10}
                """.formatted(file));

        assertThat(settings.name()).isEqualTo("gateways-1");
        assertThat(settings.bind()).isEqualTo("eth7");
        assertThat(settings.port()).isEqualTo(5799);
        assertThat(settings.join()).isEqualTo(new Join.Members(List.of("10.0.0.1:5799", "gateway-2.example:5799")));
        assertThat(settings.queue()).isEqualTo(1000);
        assertThat(settings.batch()).isEqualTo(10);
    }

    @Test
    void readsBothKubernetesWays() throws InvalidClusterSettings {
        String start = "profile: kubernetes\nbind: eth0\nsecret: " + SECRET + "\nkubernetes: ";

        assertThat(ClusterSettingsReader.read(start + "{service_dns: farol.default.svc}")
                        .join())
                .isEqualTo(new Join.KubernetesDns("farol.default.svc"));
        assertThat(ClusterSettingsReader.read(start + "{namespace: farol, service_name: gateways}")
                        .join())
                .isEqualTo(new Join.KubernetesApi("farol", "gateways"));
    }

    @Test
    void readsJsonAsWell() throws InvalidClusterSettings {
        String json = "{\"profile\":\"dev\",\"secret\":\"" + SECRET + "\",\"port\":5750}";

        assertThat(ClusterSettingsReader.read(json).port()).isEqualTo(5750);
    }

    @Test
    void reportsEveryProblemAtOnce() {
        List<String> problems = problems("""
                profile: moon
                name: Not A Name
                bind: "0 0"
                port: 99999
                members: 10.0.0.1
                colour: blue
                announcements: {queue: 1, batch: x, speed: 9}
                """);

        assertThat(problems)
                .anyMatch(line -> line.startsWith("profile: "))
                .anyMatch(line -> line.startsWith("name: "))
                .anyMatch(line -> line.startsWith("bind: "))
                .anyMatch(line -> line.startsWith("port: "))
                .anyMatch(line -> line.startsWith("members: "))
                .anyMatch(line -> line.startsWith("secret_file: "))
                .anyMatch(line -> line.startsWith("announcements.queue: "))
                .anyMatch(line -> line.startsWith("announcements.batch: "))
                .contains("announcements.speed: is not a key that a member knows")
                .contains("colour: is not a key that a member knows");
    }

    @Test
    void asksALanForItsMembersAndItsInterface() {
        assertThat(problems("profile: lan\nsecret: " + SECRET))
                .containsExactlyInAnyOrder(
                        "bind: is missing", "members: is missing: name every member, this one included");
    }

    @Test
    void asksKubernetesForExactlyOneWay() {
        assertThat(problems("profile: kubernetes\nbind: eth0\nsecret: " + SECRET))
                .anyMatch(line -> line.startsWith("kubernetes.service_dns: give either"));
        assertThat(problems("profile: kubernetes\nbind: eth0\nsecret: " + SECRET
                        + "\nkubernetes: {service_dns: a, service_name: b, namespace: c}"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a", "profile: dev\nprofile: lan", "{", "just text"})
    void refusesWhatIsNotOneMappingWithoutRepeatedKeys(String yaml) {
        assertThat(problems(yaml)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2hvcnQ=", "not base64 at all, but long enough to be a secret of its own"})
    void refusesAWeakSecretAndDoesNotRepeatIt(String secret) {
        List<String> problems = problems("profile: dev\nsecret: '" + secret + "'");

        assertThat(problems).hasSize(1).allMatch(line -> line.startsWith("secret: "));
        assertThat(problems.toString()).doesNotContain(secret);
    }

    @Test
    void neverPrintsTheSecret() throws InvalidClusterSettings {
        assertThat(ClusterSettingsReader.read("profile: dev\nsecret: " + SECRET).toString())
                .doesNotContain(SECRET)
                .contains("[redacted]");
    }

    @Test
    void namesASecretFileThatIsNotThere() {
        assertThat(problems("profile: dev\nsecret_file: " + folder.resolve("none")))
                .anyMatch(line -> line.contains("names no readable file"));
    }

    static List<String> problems(String yaml) {
        InvalidClusterSettings invalid =
                catchThrowableOfType(InvalidClusterSettings.class, () -> ClusterSettingsReader.read(yaml));
        assertThat(invalid).isNotNull();
        return invalid.problems();
    }
}
