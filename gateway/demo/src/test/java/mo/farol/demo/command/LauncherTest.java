package mo.farol.demo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mo.farol.demo.state.DemoLock;
import mo.farol.demo.state.StateFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Launcher launcher;

    @BeforeEach
    void inAnEmptyFolder() {
        StateFolder folder = new StateFolder(home.resolve(".farol"));
        PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8);
        launcher = new Launcher(Commands.in(folder, toOut, toErr), toOut, toErr);
    }

    @Test
    void saysWhatThereIsWhenItIsAskedForNothing() {
        assertThat(launcher.run(List.of())).isEqualTo(2);
        assertThat(err()).contains("Usage: ./farol COMMAND").contains("demo").contains("terminal-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "chaos", "--version", "", "demo.json"})
    void refusesACommandThatThereIsNotAndSaysWhatThereIs(String name) {
        assertThat(launcher.run(List.of(name))).isEqualTo(2);
        assertThat(err()).startsWith("farol: there is no command " + name).contains("perf-kit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "code",
                "terminal-token",
                "resident-token",
                "operator-token",
                "perf-kit",
                "kit",
                "stand-ins",
                "import",
                "synthetic-registry",
                "serve",
                "migrate",
                "restore",
                "audit",
                "keys"
            })
    void explainsEachCommand(String name) {
        assertThat(launcher.run(List.of(name, "--help"))).isZero();
        assertThat(out()).containsIgnoringCase("usage:").contains(name);
        assertThat(err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "demo --gateways, --gateways needs a value",
        "demo --gateways 0, must be a whole number from 1 to 5",
        "demo --gateways two, must be a whole number from 1 to 5",
        "demo --gateways 1 --gateways 2, --gateways is given twice",
        "demo --twice, unknown argument: --twice",
        "demo --once=yes, unknown argument: --once=yes",
        "demo now, unknown argument: now",
        "code, --resident is missing",
        "code --resident -1, must be a whole number",
        "code --resident 1 --type passport, eid or clearance",
        "terminal-token --name x, unknown argument: --name",
        "resident-token, --resident is missing",
        "resident-token --resident 1 --channel fax, '--channel is app, one_account_web, dsi_web, not fax'",
        "resident-token --resident 1 --step-up=yes, unknown argument: --step-up=yes",
        "operator-token --role king, '--role is counter_officer, registry_officer, auditor, not king'",
        "operator-token --officer 3, must be a whole number from 1 to 2",
        "perf-kit --residents 10, --out is missing",
        "perf-kit --residents 0 --out x, must be a whole number",
        "kit --residents 1 --out x, --config is missing",
        "stand-ins --issuer http://127.0.0.1:1, --folder is missing",
        "import --config c, import takes one FILE",
        "import a.xml --config c, a.xml must end in .ndjson",
        "synthetic-registry --residents 10, --out is missing",
        "synthetic-registry --residents 10 --out x.csv, --out must end in .ndjson",
        "synthetic-registry --residents 10 --out x.ndjson --photos large, --photos must be none or tiny",
        "serve, --config",
        "migrate, --config"
    })
    void answersAUsageErrorWithStatus2AndWithoutAStackTrace(String line, String message) {
        assertThat(launcher.run(List.of(line.split(" ", -1)))).isEqualTo(2);
        assertThat(err()).contains(message).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code --resident 1",
                "terminal-token",
                "resident-token --resident 1",
                "operator-token --role auditor",
                "perf-kit --residents 1 --out /tmp/kit.json",
                "import a.csv"
            })
    void saysInOneLineThatNoDemoIsRunning(String line) {
        assertThat(launcher.run(List.of(line.split(" ", -1)))).isEqualTo(1);
        assertThat(err().strip())
                .contains("no demo is running here; start one with ./farol demo")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"missing.json, there is no file", "broken.json, broken.json does not describe a target"})
    void saysInOneLineWhatIsWrongWithATarget(String file, String message) throws IOException {
        Files.writeString(home.resolve("broken.json"), "{\"gateways\": []}");
        assertThat(launcher.run(List.of(
                        "perf-kit", "--residents", "1", "--out", home + "/kit.json", "--target", home + "/" + file)))
                .isEqualTo(1);
        assertThat(err().strip()).contains(message).hasLineCount(1);
    }

    @Test
    void refusesASecondDemoInOneLine() throws IOException {
        StateFolder folder = new StateFolder(home.resolve(".farol"));
        folder.create();
        try (DemoLock running = DemoLock.take(folder.lock()).orElseThrow()) {
            assertThat(running).isNotNull();
            assertThat(launcher.run(List.of("demo"))).isEqualTo(1);
        }
        assertThat(err().strip())
                .contains("a demo is already running here (process ")
                .hasLineCount(1);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
