package mo.farol.gatling.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootsTest {
    @TempDir
    private Path folder;

    @Test
    void areNotReadFromAFileWithoutCertificates() throws IOException {
        Path empty = folder.resolve("roots.pem");
        Files.writeString(empty, "");
        assertThatThrownBy(() -> Roots.trustOnly(empty))
                .isInstanceOf(PlainFailure.class)
                .hasMessageContaining("no certificates in");
        assertThatThrownBy(() -> Roots.trustOnly(folder.resolve("none.pem")))
                .isInstanceOf(PlainFailure.class)
                .hasMessageContaining("none.pem");
    }
}
