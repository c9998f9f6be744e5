package mo.farol.chaos.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayConfigsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Node NODE =
            new Node(1, URI.create("http://10.0.0.11:8080"), URI.create("http://10.0.0.11:9090"));

    @TempDir
    private Path folder;

    @Test
    void givesTheOperatorEveryGatewaysWitness() throws Exception {
        GatewayConfigs configs = new GatewayConfigs(
                List.of(NODE),
                "10.0.0.20",
                new Secrets(folder.resolve("secrets")),
                folder.resolve("keys"),
                true,
                JSON.createObjectNode());
        Layout layout = new Layout(folder);
        configs.write(layout.operatorConfig(), NODE, List.of(layout.witness(1), layout.witness(2)));
        JsonNode witnesses = JSON.readTree(layout.operatorConfig().toFile()).at("/log/witness_files");
        assertThat(witnesses)
                .extracting(JsonNode::asText)
                .containsExactly(folder + "/witness/gateway-1.notes", folder + "/witness/gateway-2.notes");
    }
}
