package mo.farol.demo.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where things are in the demo's folder, {@code .farol} beside the launcher. Only its owner may look into it: it holds
 * keys and passwords.
 */
public record StateFolder(Path root) {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** {@code .farol} in the folder that the launcher names by the system property {@code farol.home}. */
    public static StateFolder besideLauncher() {
        return new StateFolder(
                Path.of(System.getProperty("farol.home", "")).toAbsolutePath().resolve(".farol"));
    }

    /** Makes the folder if it is not there. */
    public void create() throws IOException {
        Files.createDirectories(root, OWNER_ONLY);
        Files.createDirectories(secrets(), OWNER_ONLY);
        Files.createDirectories(logs(), OWNER_ONLY);
        Files.createDirectories(standIns(), OWNER_ONLY);
        Files.createDirectories(mail(), OWNER_ONLY);
        Files.createDirectories(phones(), OWNER_ONLY);
    }

    /** Removes what a start makes anew; the unpacked PostgreSQL stays. */
    public void forget() throws IOException {
        for (Path path : List.of(
                postgresData(),
                secrets(),
                keys(),
                witness(),
                standIns(),
                mail(),
                phones(),
                kit(),
                target(),
                summary(),
                counters(),
                seeded())) {
            removeTree(path);
        }
        create();
    }

    private static void removeTree(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    public Path postgresProgram() {
        return root.resolve("postgres");
    }

    public Path postgresData() {
        return root.resolve("pgdata");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path keys() {
        return root.resolve("keys");
    }

    /** Checkpoints of the public log, as each gateway has seen them. */
    public Path witness() {
        return root.resolve("witness");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Keys of the stand-ins and the sign-in page. */
    public Path standIns() {
        return root.resolve("stand-ins");
    }

    /** The last mails that the gateways sent, one {@code .eml} file each. */
    public Path mail() {
        return root.resolve("mail");
    }

    /** The wallets of the demo's phones. */
    public Path phones() {
        return root.resolve("phones");
    }

    /** What a perf kit has to know of a running demo. */
    public Path target() {
        return root.resolve("target.json");
    }

    /** Phone and terminal keys of the demo, in the form of a perf kit. */
    public Path kit() {
        return root.resolve("kit.json");
    }

    /** The machine-readable summary of a running demo. */
    public Path summary() {
        return root.resolve("demo.json");
    }

    public Path counters() {
        return root.resolve("counters.json");
    }

    /** Written last when a fresh database was filled; names what filled it. */
    public Path seeded() {
        return root.resolve("seeded");
    }

    public Path lock() {
        return root.resolve("demo.lock");
    }

    public Path children() {
        return root.resolve("children");
    }

    public Path gatewayConfig(int number) {
        return root.resolve("gateway-" + number + ".yaml");
    }

    public Path gatewayLog(int number) {
        return logs().resolve("gateway-" + number + ".log");
    }
}
