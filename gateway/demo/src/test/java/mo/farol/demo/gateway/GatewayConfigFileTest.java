package mo.farol.demo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import mo.farol.demo.standin.StandInAddresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayConfigFileTest {
    @TempDir
    private Path folder;

    @Test
    void namesTheStandInsAndKeepsSecretsInFilesOfTheirOwn() throws IOException {
        GatewayAddress self = new GatewayAddress(1, 8480, 9480, 5780);
        Path file = folder.resolve("gateway-1.yaml");
        GatewayConfigFile.write(
                file,
                self,
                List.of(self),
                new GatewayConfigFile.Surroundings(
                        "http://127.0.0.1:8480",
                        5480,
                        "farol",
                        Path.of("app"),
                        Path.of("ddl"),
                        Path.of("cluster"),
                        Path.of("keys"),
                        Path.of("keys-password"),
                        new StandInAddresses(
                                URI.create("http://127.0.0.1:8580"),
                                URI.create("http://127.0.0.1:8581"),
                                URI.create("http://127.0.0.1:8582"),
                                8525),
                        Path.of("face-secret")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        JsonNode config = new YAMLMapper().readTree(Files.readAllBytes(file));
        JsonNode oneAccount = config.at("/sign_in/residents/0");
        assertThat(oneAccount.path("issuer").asText()).isEqualTo("http://127.0.0.1:8580/one-account");
        assertThat(oneAccount.path("clients").findValuesAsText("channel")).containsExactly("app", "one_account_web");
        assertThat(oneAccount.at("/step_up/acr_values/0").asText()).isEqualTo("urn:farol:demo:strong");
        assertThat(config.at("/sign_in/residents/1/clients/0/channel").asText()).isEqualTo("dsi_web");
        assertThat(config.at("/sign_in/operators/0/clients/0").asText()).isEqualTo("dsi-console");
        assertThat(config.at("/sign_in/operators/0/audience").asText())
                .isNotEqualTo(oneAccount.path("audience").asText());
        assertThat(config.at("/face_check/url").asText()).isEqualTo("http://127.0.0.1:8581/checks");
        assertThat(config.at("/face_check/secret_file").asText()).isEqualTo("face-secret");
        assertThat(config.at("/kiosks/providers/0/jwks_uri").asText()).isEqualTo("http://127.0.0.1:8582/jwks.json");
        assertThat(config.at("/log/witness_files/0").asText()).isEqualTo("witness/gateway-1.notes");
        assertThat(config.at("/mail/port").asInt()).isEqualTo(8525);
    }
}
