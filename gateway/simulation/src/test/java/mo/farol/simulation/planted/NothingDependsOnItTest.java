package mo.farol.simulation.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Planted bugs are never on the product's class path. */
class NothingDependsOnItTest {
    private static final int DEEP = 3;

    @Test
    void noOtherBuildFileNamesThisRoom() throws IOException {
        assertThat(naming()).containsExactly(Path.of("gateway/simulation/pom.xml"));
    }

    private static List<Path> naming() throws IOException {
        Path root = root();
        try (Stream<Path> files = Files.find(root, DEEP, (file, facts) -> file.endsWith("pom.xml"))) {
            return files.filter(file -> text(file).contains("farol-simulation"))
                    .map(root::relativize)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }
}
