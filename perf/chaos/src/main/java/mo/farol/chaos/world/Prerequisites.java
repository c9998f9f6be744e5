package mo.farol.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a world needs of the machine. */
public final class Prerequisites {
    /** Where Debian's postgresql-15 is. */
    static final Path POSTGRES = Path.of("/usr/lib/postgresql/15/bin");

    private static final List<String> PROGRAMS =
            List.of("ip", "iptables", "nsenter", "setpriv", "mount", "mkfs.ext4", "perl");

    private Prerequisites() {}

    /** One line that names all that is missing; empty when nothing is. */
    public static Optional<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!"root".equals(System.getProperty("user.name"))) {
            missing.add("to be run by root (network namespaces)");
        }
        PROGRAMS.stream().filter(name -> !isOnPath(name)).forEach(missing::add);
        if (!Files.isExecutable(POSTGRES.resolve("initdb"))) {
            missing.add("Debian's postgresql-15 in " + POSTGRES);
        }
        if (!hasPostgresUser()) {
            missing.add("a system user postgres");
        }
        if (FakeClock.library().isEmpty()) {
            missing.add("libfaketime");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("the fault harness needs " + String.join(", ", missing));
    }

    private static boolean isOnPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private static boolean hasPostgresUser() {
        try {
            return Files.readAllLines(Path.of("/etc/passwd")).stream().anyMatch(line -> line.startsWith("postgres:"));
        } catch (IOException e) {
            return false;
        }
    }
}
