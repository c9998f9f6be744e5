package mo.farol.demo.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitCommandTest {
    @TempDir
    private Path home;

    private final KitCommand command = new KitCommand(new PrintStream(PrintStream.nullOutputStream()));

    @Test
    void refusesADeploymentThatDoesNotSayThatEverybodyIsInvented() throws IOException {
        assertThatThrownBy(() -> command.run(arguments(config(""))))
                .isInstanceOf(PlainFailure.class)
                .hasMessage("refused: the configuration does not say synthetic: true");
        assertThat(home.resolve("kit.json")).doesNotExist();
    }

    @Test
    void saysWhatIsWrongWithAConfiguration() throws IOException {
        assertThatThrownBy(() -> command.run(arguments(config("syntetic: true\n"))))
                .isInstanceOf(PlainFailure.class)
                .hasMessageContaining("syntetic");
    }

    @Test
    void saysThatThereIsNoFolderForTheKitBeforeItEntersAnybody() {
        assertThatThrownBy(() -> command.run(
                        List.of("--config", "none", "--residents", "1", "--out", home + "/there/is/none/kit.json")))
                .isInstanceOf(PlainFailure.class)
                .hasMessageStartingWith("cannot write a kit to ");
    }

    private List<String> arguments(Path config) {
        return List.of("--config", config.toString(), "--residents", "1", "--out", home + "/kit.json");
    }

    /** Its key files are empty: nothing is opened before everything else is looked at. */
    private Path config(String more) throws IOException {
        Path keys = Files.createFile(home.resolve("keys.p12"));
        return Files.writeString(home.resolve("gateway.yaml"), more + """
                        profile: demo
                        issuer: http://127.0.0.1:8443
                        store: {port: 1, password: nothing}
                        keys: {codes: %1$s, signing: %1$s, at_rest: %1$s, password: nothing}
                        """.formatted(keys));
    }
}
