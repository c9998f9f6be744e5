package mo.farol.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Third-party vectors: system property {@code farol.conformance}, else {@code ../shared/conformance} above us. */
public final class Conformance {
    private Conformance() {}

    /** A file of the collection; the test is skipped without it, and fails where {@code CI=true}. */
    public static JsonNode file(String name) throws IOException {
        Path root = root();
        if (root == null && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("CI needs ../shared/conformance or -Dfarol.conformance");
        }
        Assumptions.assumeTrue(root != null, "no ../shared/conformance here, and no -Dfarol.conformance");
        return new ObjectMapper()
                .readTree(Path.of(String.valueOf(root)).resolve(name).toFile());
    }

    private static @Nullable Path root() {
        String named = System.getProperty("farol.conformance");
        Path at = Path.of("").toAbsolutePath();
        Path found = named == null ? null : Path.of(named);
        while (found == null && at != null) {
            Path candidate = at.resolve("../shared/conformance").normalize();
            found = Files.isDirectory(candidate) ? candidate : null;
            at = at.getParent();
        }
        return found;
    }
}
