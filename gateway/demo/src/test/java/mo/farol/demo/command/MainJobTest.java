package mo.farol.demo.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import mo.farol.demo.gateway.ChildJvm;
import mo.farol.demo.job.DemoJob;
import mo.farol.demo.leaks.LeakCheck;
import mo.farol.demo.leaks.TalkativeLogs;
import mo.farol.demo.people.People;
import mo.farol.demo.state.StateFolder;
import mo.farol.demo.world.DemoWorld;
import mo.farol.phone.kit.KitResident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainJobTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    private StateFolder folder;
    private DemoWorld world;

    @BeforeEach
    void startADemo() throws IOException {
        folder = new StateFolder(home.resolve(".farol"));
        folder.create();
        world = new DemoWorld(folder, out);
    }

    @AfterEach
    void stop() {
        world.close();
        assertThat(folder.summary()).doesNotExist();
    }

    @Test
    void usesTheSamePhonesWhenItStartsAgain() throws Exception {
        List<KitResident> first = world.start(1).kit().residents();
        assertThat(first).hasSize(People.ROSTER);
        world.close();
        world = new DemoWorld(folder, out);
        assertThat(world.start(1).kit().residents()).isEqualTo(first);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("0 e-IDs bound to phones");
    }

    @Test
    void holdsAndTheLinesThatTheDemoPrintsWorkAsTheyStand() throws Exception {
        DemoWorld.Running running;
        try (TalkativeLogs logs = TalkativeLogs.in(home)) {
            running = world.start(1);
        }
        assertThat(new DemoJob(folder).run(running, out))
                .as(told.toString(StandardCharsets.UTF_8))
                .isTrue();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("All ").contains("expectations held.");

        summaryIsAsPublished();
        installLauncher();
        List<String> answers = shell(CurlLines.of(running.kit()).commands());
        assertThat(answers).hasSize(4);
        assertThat(JSON.readTree(answers.get(0)).path("outcome").asText()).isEqualTo("verified");
        assertThat(JSON.readTree(answers.get(1)).path("outcome").asText()).isEqualTo("verified");
        assertThat(JSON.readTree(answers.get(2)).path("issuer").asText())
                .isEqualTo(running.kit().issuer());
        assertThat(JSON.readTree(answers.get(3)).path("e_ids")).hasSize(3);
        assertThat(folder.root().resolve("resident-9.png")).isNotEmptyFile();

        Path kit = home.resolve("kit.json");
        assertThat(shell(List.of("./farol perf-kit --residents 3 --out " + kit)))
                .singleElement()
                .asString()
                .startsWith("3 residents entered");
        assertThat(JSON.readTree(Files.readAllBytes(kit)).path("residents")).hasSize(3);

        LeakCheck leaks = new LeakCheck(folder, running);
        leaks.showEverything();
        shell(List.of("./farol import " + leaks.registryFile(home) + " >import.out 2>&1 || true"));
        leaks.nothingIsAnywhereElse(home);
    }

    private void summaryIsAsPublished() throws IOException {
        JsonNode summary = JSON.readTree(Files.readAllBytes(folder.summary()));
        assertThat(summary.fieldNames())
                .toIterable()
                .contains("gateway", "gateways", "portal", "management", "terminals", "residents", "operators", "mail");
        assertThat(summary.path("operators").findValuesAsText("role"))
                .containsExactly("counter_officer", "registry_officer", "auditor");
        assertThat(summary.path("terminals").get(0).fieldNames())
                .toIterable()
                .containsExactly("name", "institution", "purposes");
        assertThat(summary.path("residents").get(0).toString())
                .isEqualTo("{\"n\":1,\"kind\":\"adult\",\"wards\":[13,14]}");
    }

    /** Puts a {@code ./farol} into the folder that runs this build's classes. */
    private void installLauncher() throws IOException {
        List<String> java = ChildJvm.command("mo.farol.demo.command.Launcher");
        Path launcher = home.resolve("farol");
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec " + quoted(java.getFirst()) + " -Dfarol.home=" + quoted(home.toString()) + " "
                        + java.stream().skip(1).map(MainJobTest::quoted).collect(Collectors.joining(" "))
                        + " \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String quoted(String word) {
        return "'" + word + "'";
    }

    /** Runs the lines in one shell, in the launcher's folder; what they print, one answer a line. */
    private List<String> shell(List<String> lines) throws IOException, InterruptedException {
        String script = lines.stream()
                .map(line -> line.startsWith("curl") ? line + "; echo" : line)
                .collect(Collectors.joining("\n"));
        Process bash = new ProcessBuilder("bash", "-e", "-c", script)
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        return printed.lines().toList();
    }
}
