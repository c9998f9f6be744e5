package mo.farol.demo.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitTargetTest {
    @TempDir
    private Path folder;

    @Test
    void isTheSameAfterWritingAndReading() throws IOException {
        KitTarget target = new KitTarget(
                List.of(URI.create("http://127.0.0.1:8480")),
                "http://127.0.0.1:8480",
                URI.create("http://127.0.0.1:8580"),
                "Load tests",
                "Terminal 1.0",
                List.of("load.names"));
        Path file = folder.resolve("target.json");
        target.write(file);
        assertThat(KitTarget.read(file)).isEqualTo(target);
        assertThat(Files.readString(file)).contains("\"sign_in\" : \"http://127.0.0.1:8580\"");
    }

    @Test
    void saysWhatIsMissingInWhichFile() throws IOException {
        Path file = folder.resolve("target.json");
        Files.writeString(
                file,
                "{\"gateways\":[],\"issuer\":\"i\",\"sign_in\":\"http://s\",\"institution\":\"i\",\"means\":\"m\"}");
        assertThatThrownBy(() -> KitTarget.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("target.json does not describe a target")
                .hasMessageContaining("purposes");
    }
}
