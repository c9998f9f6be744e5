package mo.farol.chaos.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mo.farol.phone.file.OwnerOnlyFile;

/**
 * Writes the gateways' configurations: alike but for their addresses.
 *
 * @param outside what the stand-ins say about themselves
 */
record GatewayConfigs(
        List<Node> nodes, String databaseAddress, Secrets secrets, Path keys, boolean durable, JsonNode outside) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLUSTER_PORT = 5701;

    /**
     * JSON, which is YAML too.
     *
     * @param witnesses files that keep the log's checkpoints
     */
    void write(Path file, Node node, List<Path> witnesses) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.setAll((ObjectNode) outside);
        root.put("profile", "demo");
        root.put("synthetic", true);
        root.put("issuer", nodes.getFirst().api().toString());
        root.put("drain_seconds", 0);
        listen(root.putObject("listener"), node.api().getHost(), node.api().getPort());
        listen(
                root.putObject("management"),
                node.management().getHost(),
                node.management().getPort());
        store(root.putObject("store"));
        cluster(root.putObject("cluster"), node.api().getHost());
        root.putObject("keys")
                .put("codes", keys.resolve("code-keys.p12").toString())
                .put("signing", keys.resolve("signing-keys.p12").toString())
                .put("at_rest", keys.resolve("at-rest-keys.p12").toString())
                .put("password_file", secrets.file("keys").toString());
        ArrayNode files = root.putObject("log").putArray("witness_files");
        witnesses.forEach(witness -> files.add(witness.toString()));
        limits(root.putObject("limits"));
        OwnerOnlyFile.write(file, JSON.writeValueAsString(root));
    }

    private static void listen(ObjectNode listener, String host, int port) {
        listener.put("host", host).put("port", port);
    }

    private void store(ObjectNode store) throws IOException {
        store.put("host", databaseAddress)
                .put("port", PostgresSettings.PORT)
                .put("database", Database.NAME)
                .put("user", "farol_app")
                .put("password_file", secrets.file("app").toString())
                .put("ddl_user", "farol_ddl")
                .put("ddl_password_file", secrets.file("ddl").toString())
                .put("allow_not_durable", !durable);
    }

    private void cluster(ObjectNode cluster, String host) throws IOException {
        cluster.put("profile", "lan")
                .put("secret_file", secrets.file("cluster").toString())
                .put("bind", host)
                .put("port", CLUSTER_PORT);
        ArrayNode members = cluster.putArray("members");
        nodes.forEach(each -> members.add(each.api().getHost() + ":" + CLUSTER_PORT));
    }

    /** Eight terminals and a few officers do what thousands would. */
    private static void limits(ObjectNode limits) {
        for (String who : List.of("per_terminal", "per_institution", "per_account", "per_operator")) {
            limits.putObject(who).put("per_second", 5_000).put("burst", 20_000);
        }
    }
}
