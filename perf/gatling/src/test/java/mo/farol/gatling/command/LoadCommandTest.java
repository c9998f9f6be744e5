package mo.farol.gatling.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import mo.farol.gatling.plan.SimulationName;
import mo.farol.phone.kit.KitPhones;
import mo.farol.phone.kit.KitResident;
import mo.farol.phone.kit.PerfKit;
import mo.farol.token.BindingKeyId;
import mo.farol.token.crypto.P256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final LoadCommand command = new LoadCommand(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void saysWhatThereIsWhenItIsAskedForNothing() {
        assertThat(command.run(List.of())).isEqualTo(2);
        assertThat(err()).startsWith("Usage: ./farol load SIMULATION").contains("gate-rush", "node-loss");
        assertThat(command.run(List.of("--help"))).isZero();
        assertThat(out()).startsWith("Usage: ./farol load SIMULATION").contains("Exit status");
    }

    @ParameterizedTest
    @EnumSource
    void explainsEachSimulation(SimulationName name) {
        assertThat(command.run(List.of(name.label(), "--rate", "1", "--help"))).isZero();
        assertThat(out())
                .startsWith("Usage: ./farol load " + name.label() + " --kit FILE")
                .contains("--kit FILE", "(required)", "--p99 MS", "(not judged)", "Exit status: 0")
                .doesNotContain("()");
        assertThat(out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
        assertThat(err()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheClassOfEachSimulation(SimulationName name) {
        assertThat(GatlingEngine.simulation(name).getSimpleName())
                .isEqualToIgnoringCase(name.name().replace("_", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "tea-break, there is no simulation tea-break",
        "soak, --kit is missing",
        "soak --kit k --again 3, soak takes no --again",
        "soak --kit, --kit needs a value"
    })
    void answersAUsageErrorWithStatus2AndWithoutAStackTrace(String line, String message) {
        assertThat(command.run(List.of(line.split(" ")))).isEqualTo(2);
        assertThat(err()).contains(message).doesNotContain("\tat ");
        assertThat(out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.json", "broken.json", "."})
    void saysInOneLineThatAFileIsNoKit(String file) throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{\"private_key\": \"canary\"");
        assertThat(command.run(List.of("soak", "--kit", folder.resolve(file).toString())))
                .isEqualTo(1);
        assertThat(err().strip()).hasLineCount(1).contains(folder.toString()).doesNotContain("canary");
    }

    @Test
    void saysInOneLineThatADeploymentDoesNotAnswer() throws IOException {
        Path kit = folder.resolve("kit.json");
        KitResident resident = KitPhones.resident(1, new BindingKeyId(7), P256.newScalar(new SecureRandom()), "adult");
        new PerfKit(List.of(URI.create("http://127.0.0.1:1")), "issuer", List.of(), List.of(resident)).write(kit);
        assertThat(command.run(List.of("soak", "--kit", kit.toString()))).isEqualTo(1);
        assertThat(err().strip()).hasLineCount(1).startsWith("farol load: the deployment is not ready for load");
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
