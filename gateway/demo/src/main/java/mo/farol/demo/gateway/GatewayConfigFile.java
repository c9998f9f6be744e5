package mo.farol.demo.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mo.farol.demo.standin.StandInAddresses;
import mo.farol.phone.file.OwnerOnlyFile;

/** Writes the configuration of one demo gateway; secrets stay in files of their own. */
public final class GatewayConfigFile {
    private static final YAMLMapper YAML = new YAMLMapper();

    private GatewayConfigFile() {}

    /**
     * @param self the gateway this is for
     * @param all all gateways of the demo, this one included
     */
    public static void write(Path file, GatewayAddress self, List<GatewayAddress> all, Surroundings around)
            throws IOException {
        ObjectNode root = YAML.createObjectNode();
        root.put("profile", "demo");
        root.put("synthetic", true);
        root.put("issuer", around.issuer());
        root.putObject("listener").put("host", "127.0.0.1").put("port", self.port());
        root.putObject("management").put("host", "127.0.0.1").put("port", self.managementPort());
        store(root.putObject("store"), around);
        cluster(root.putObject("cluster"), self, all, around);
        root.putObject("keys")
                .put("codes", around.keys().resolve("code-keys.p12").toString())
                .put("signing", around.keys().resolve("signing-keys.p12").toString())
                .put("at_rest", around.keys().resolve("at-rest-keys.p12").toString())
                .put("password_file", around.keysPassword().toString());
        // A demo's address follows from the ports that are free; its log is the same from start to start.
        root.putObject("log")
                .put("origin", "farol-demo/log")
                .putArray("witness_files")
                .add(witness(self, around).toString());
        root.putObject("tickets").put("offered", true);
        // A perf kit comes through the API, by the hands of two officers.
        root.putObject("limits")
                .putObject("per_operator")
                .put("per_second", 2000)
                .put("burst", 4000);
        OutsideSections.write(root, around.standIns(), around.faceCheckSecret());
        OwnerOnlyFile.write(file, YAML.writeValueAsString(root));
    }

    /** Outside the database's folder, and of each gateway alone. */
    private static Path witness(GatewayAddress self, Surroundings around) {
        return around.keys().resolveSibling("witness").resolve("gateway-" + self.number() + ".notes");
    }

    private static void store(ObjectNode store, Surroundings around) {
        store.put("host", "127.0.0.1")
                .put("port", around.postgresPort())
                .put("database", around.database())
                .put("user", "farol_app")
                .put("password_file", around.appPassword().toString())
                .put("ddl_user", "farol_ddl")
                .put("ddl_password_file", around.ddlPassword().toString());
    }

    private static void cluster(
            ObjectNode cluster, GatewayAddress self, List<GatewayAddress> all, Surroundings around) {
        cluster.put("profile", "dev")
                .put("name", "farol-demo")
                .put("secret_file", around.clusterSecret().toString())
                .put("port", self.memberPort());
        var members = cluster.putArray("members");
        all.forEach(each -> members.add(each.member()));
    }

    /**
     * What all gateways of one demo share.
     *
     * @param issuer the first gateway's address
     * @param keys the folder of the key files
     */
    public record Surroundings(
            String issuer,
            int postgresPort,
            String database,
            Path appPassword,
            Path ddlPassword,
            Path clusterSecret,
            Path keys,
            Path keysPassword,
            StandInAddresses standIns,
            Path faceCheckSecret) {}
}
