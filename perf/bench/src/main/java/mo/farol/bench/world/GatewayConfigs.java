package mo.farol.bench.world;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mo.farol.phone.file.OwnerOnlyFile;

/** Writes the gateways' configurations: the longest life that a code may have, and limits out of the way. */
record GatewayConfigs(Path folder, List<Node> nodes, int postgresPort, Secrets secrets) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_LIFE = 600;
    private static final int MOST_PER_SECOND = 1_000_000;
    private static final int MOST_BURST = 10_000_000;

    /** JSON, which is YAML too. */
    void write(Node self) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("profile", "demo")
                .put("synthetic", true)
                .put("issuer", nodes.getFirst().api().toString())
                .put("drain_seconds", 0);
        root.putObject("listener").put("host", "127.0.0.1").put("port", self.port());
        root.putObject("management").put("host", "127.0.0.1").put("port", self.managementPort());
        store(root.putObject("store"));
        cluster(root.putObject("cluster"), self);
        root.putObject("keys")
                .put("codes", codeKeys().toString())
                .put("signing", keys().resolve("signing-keys.p12").toString())
                .put("at_rest", keys().resolve("at-rest-keys.p12").toString())
                .put("password_file", secrets.file("keys").toString());
        Path witness = folder.resolve("witness").resolve("gateway-" + self.number() + ".notes");
        root.putObject("log").putArray("witness_files").add(witness.toString());
        root.putObject("codes").put("life_seconds", LONGEST_LIFE);
        limits(root.putObject("limits"));
        OwnerOnlyFile.write(file(self), JSON.writeValueAsString(root));
    }

    Path file(Node node) {
        return folder.resolve("gateway-" + node.number() + ".yaml");
    }

    /** The folder of the key files. */
    Path keys() {
        return folder.resolve("keys");
    }

    Path codeKeys() {
        return keys().resolve("code-keys.p12");
    }

    private void store(ObjectNode store) throws IOException {
        store.put("host", "127.0.0.1")
                .put("port", postgresPort)
                .put("database", PostgresServer.DATABASE)
                .put("user", "farol_app")
                .put("password_file", secrets.file("app").toString())
                .put("ddl_user", "farol_ddl")
                .put("ddl_password_file", secrets.file("ddl").toString());
    }

    private void cluster(ObjectNode cluster, Node self) throws IOException {
        cluster.put("profile", "dev")
                .put("secret_file", secrets.file("cluster").toString())
                .put("port", self.memberPort());
        ArrayNode members = cluster.putArray("members");
        nodes.forEach(each -> members.add(each.member()));
    }

    private static void limits(ObjectNode limits) {
        for (String who : List.of("per_terminal", "per_institution")) {
            limits.putObject(who).put("per_second", MOST_PER_SECOND).put("burst", MOST_BURST);
        }
        limits.put("in_flight_per_event_loop", 4096);
    }
}
