package mo.farol.chaos.world;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where things are in a world's folder, and at which addresses.
 *
 * @param root of everything
 */
record Layout(Path root) {
    static final int OUTSIDE = 2;
    static final int ELSEWHERE = 3;
    static final int MOVING = 20;
    static final int FIRST_SERVER = 21;
    private static final int GATEWAYS = 3;
    private static final int FIRST_GATEWAY = 11;
    private static final int API_PORT = 8080;
    private static final int MANAGEMENT_PORT = 9090;

    /** Makes it anew, with nothing in it. */
    void create() throws IOException, InterruptedException {
        CommandLine.of("rm", "-rf", root.toString()).run();
        Files.createDirectories(logs());
        Files.createDirectories(archive());
        // PostgreSQL does not run as root.
        CommandLine.of("chown", "-R", "postgres:postgres", postgres().toString())
                .run();
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path archive() {
        return postgres().resolve("archive");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path kit() {
        return root.resolve("kit.json");
    }

    Path standIns() {
        return root.resolve("stand-ins");
    }

    Path config(int gateway) {
        return root.resolve("gateway-" + gateway + ".yaml");
    }

    /** For the operator's commands: as a gateway's, but it knows what every gateway has witnessed. */
    Path operatorConfig() {
        return root.resolve("operator.yaml");
    }

    /** What this gateway keeps of the log, outside the database. */
    Path witness(int gateway) {
        return root.resolve("witness").resolve("gateway-" + gateway + ".notes");
    }

    /** The gateways at this network. */
    List<Node> nodes(Network network) {
        return IntStream.rangeClosed(1, GATEWAYS)
                .mapToObj(number -> new Node(
                        number,
                        URI.create("http://" + network.address(host(number)) + ":" + API_PORT),
                        URI.create("http://" + network.address(host(number)) + ":" + MANAGEMENT_PORT)))
                .toList();
    }

    static int host(int gateway) {
        return FIRST_GATEWAY + gateway - 1;
    }
}
