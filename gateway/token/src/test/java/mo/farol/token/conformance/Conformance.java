package mo.farol.token.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the third-party vectors: system property {@code farol.conformance}, else {@code ../shared/conformance} of the
 * working directory or a directory above it. Without them tests are skipped, but fail when {@code CI=true}.
 */
public final class Conformance {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Conformance() {}

    /** One file as JSON, by its path under the conformance folder. */
    public static JsonNode json(String path) {
        try {
            return JSON.readTree(root().resolve(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every JSON file of a folder, in order. */
    public static List<JsonNode> folder(String path) {
        try (Stream<Path> files = Files.list(root().resolve(path))) {
            return files.sorted()
                    .map(file -> json(root().relativize(file).toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A member that holds hexadecimal digits. */
    public static byte[] hex(JsonNode node, String member) {
        return HexFormat.of().parseHex(node.required(member).asText());
    }

    /** The tests of a Wycheproof file, each with its group. */
    public static Stream<WycheproofCase> wycheproof(String file) {
        return json("wycheproof/" + file)
                .required("testGroups")
                .valueStream()
                .flatMap(group -> group.required("tests").valueStream().map(test -> new WycheproofCase(group, test)));
    }

    private static Path root() {
        Optional<Path> root = found();
        if (root.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("CI needs ../shared/conformance or -Dfarol.conformance");
        }
        Assumptions.assumeTrue(root.isPresent(), "no ../shared/conformance here, and no -Dfarol.conformance");
        return root.orElseThrow();
    }

    private static Optional<Path> found() {
        String named = System.getProperty("farol.conformance");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolveSibling("shared").resolve("conformance"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** One test of a Wycheproof file. */
    public record WycheproofCase(JsonNode group, JsonNode test) {
        public byte[] bytes(String member) {
            return hex(test, member);
        }

        public boolean valid() {
            return test.required("result").asText().equals("valid");
        }

        /** For messages: number and comment. */
        public String name() {
            return test.required("tcId").asText() + " "
                    + test.required("comment").asText();
        }
    }
}
