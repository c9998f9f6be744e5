package mo.farol.store.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A running PostgreSQL server, one of each kind per JVM. The system property {@code farol.postgres.bin} names the
 * programs' directory of the only one to use; without it the embedded 18 is the usual one, and suites that run on all
 * take Debian's 15 as well.
 */
public interface TestServer {
    /** Where Debian's package puts version 15. */
    Path DEBIAN_15 = Path.of("/usr/lib/postgresql/15/bin");

    int port();

    /** The one that tests use when they do not care. */
    static TestServer usual() {
        return all().findFirst().orElseThrow();
    }

    /** Every server that is there; version 15 must be where {@code CI=true}. */
    static Stream<TestServer> all() {
        String chosen = System.getProperty("farol.postgres.bin", "");
        if (!chosen.isEmpty()) {
            return Stream.of(InstalledServer.at(Path.of(chosen)));
        }
        List<TestServer> servers = new ArrayList<>(List.of(EmbeddedServer.running()));
        if (Files.isExecutable(DEBIAN_15.resolve("initdb"))) {
            servers.add(InstalledServer.at(DEBIAN_15));
        } else if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("PostgreSQL 15 is required here: install Debian's postgresql-15");
        }
        return servers.stream();
    }
}
