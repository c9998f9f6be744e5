package mo.farol.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BugsTest {
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    static List<String> names() {
        return Bugs.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void fitTheSourcesAndCompile(String name, @TempDir Path folder) throws Exception {
        Bug bug = Bugs.read(name);

        Path planted = new Planting(checkout(), CLASS_PATH).plant(bug, folder);

        assertThat(bug.promises()).isNotEmpty().allMatch(promise -> promise.matches("I(1[0-4]|[1-9])"));
        for (String file : bug.changed(checkout()).keySet()) {
            assertThat(planted.resolve(onClassPath(file))).isNotEmptyFile();
        }
    }

    @Test
    void saysWhatDoesNotCompile(@TempDir Path folder) {
        Bug bug = new Bug(
                "for a test",
                List.of("I1"),
                List.of(),
                List.of(new Added(
                        "gateway/core/src/main/java/mo/farol/core/Broken.java", "class Broken { int i = \"\"; }")));

        assertThatThrownBy(() -> new Planting(checkout(), CLASS_PATH).plant(bug, folder))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("does not compile")
                .hasMessageContaining("Broken.java");
    }

    @Test
    void areNoMoreThanTheirNames() throws IOException {
        Path resources = checkout().resolve("perf/planted/src/main/resources/mo/farol/planted");
        try (Stream<Path> files = Files.list(resources)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(Bugs.NAMES);
        }
    }

    private static String onClassPath(String file) {
        return file.replaceFirst(".*/src/main/(java|resources)/", "").replaceFirst("[.]java$", ".class");
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("farol"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside a checkout");
        }
        return folder;
    }
}
