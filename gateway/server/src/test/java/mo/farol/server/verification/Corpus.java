package mo.farol.server.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Finds third-party texts: system property {@code farol.conformance}, else {@code ../shared/conformance} above us. */
final class Corpus {
    private Corpus() {}

    /** Every entry of every file in a folder; the test is skipped without it, and fails where {@code CI=true}. */
    static List<JsonNode> entries(String folder) {
        Path root = root();
        if (root == null && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("CI needs ../shared/conformance or -Dfarol.conformance");
        }
        Assumptions.assumeTrue(root != null, "no ../shared/conformance here, and no -Dfarol.conformance");
        List<JsonNode> entries = new ArrayList<>();
        try (var files = Files.newDirectoryStream(Path.of(String.valueOf(root)).resolve(folder), "*.json")) {
            for (Path file : files) {
                new ObjectMapper().readTree(file.toFile()).forEach(entries::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static @Nullable Path root() {
        String named = System.getProperty("farol.conformance");
        if (named != null) {
            return Path.of(named);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("../shared/conformance").normalize();
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
