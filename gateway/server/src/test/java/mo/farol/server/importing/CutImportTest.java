package mo.farol.server.importing;

import static mo.farol.server.importing.RegistryRows.adult;
import static mo.farol.server.importing.RegistryRows.child;
import static mo.farol.server.importing.RegistryRows.number;
import static mo.farol.server.importing.RegistryRows.parent;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mo.farol.server.config.KeysConfig;
import mo.farol.server.config.Secret;
import mo.farol.server.keys.NewKeyFiles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, ended by kill -9. */
class CutImportTest {
    private static final int RESIDENTS = 12_000;
    private static final Secret PASSWORD = new Secret("test-key-files");

    @TempDir
    private Path folder;

    private ImportCase imports;

    @BeforeEach
    void open() {
        imports = new ImportCase(folder);
    }

    @AfterEach
    void close() {
        imports.close();
    }

    private Path registry(String name) throws Exception {
        List<String> lines = new ArrayList<>();
        for (int n = 1; n <= RESIDENTS; n++) {
            lines.add(n % 3 == 0 ? child(n) : adult(n));
            if (n % 500 == 0) {
                lines.add("no row");
                lines.add(adult(n - 499));
            }
        }
        for (int n = 3; n <= RESIDENTS; n += 3) {
            lines.add(parent(n, n - 1));
            if (n % 500 == 0) {
                lines.add(parent(n, n));
            }
        }
        return imports.file(name, lines.toArray(String[]::new));
    }

    private Path config() throws Exception {
        KeysConfig keys = new NewKeyFiles(new java.security.SecureRandom(), java.time.Clock.systemUTC())
                .write(folder.resolve("keys"), PASSWORD, 1);
        String url = imports.database.jdbcUrl();
        return Files.writeString(folder.resolve("gateway.yaml"), """
                profile: demo
                issuer: http://127.0.0.1:8080
                store: {port: %d, database: %s, password: ""}
                keys: {codes: %s, signing: %s, at_rest: %s, password: %s}
                """.formatted(
                        imports.database.port(),
                        url.substring(url.lastIndexOf('/') + 1),
                        keys.codes(),
                        keys.signing(),
                        keys.atRest(),
                        PASSWORD.reveal()));
    }

    private Process start(Path file, Path config) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "mo.farol.server.Main",
                        "import",
                        file.toString(),
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output").toFile()))
                .start();
    }

    private long lines(int pass) {
        return imports.database.number("SELECT coalesce(max(line), 0) FROM civil_registry_import WHERE pass = " + pass);
    }

    private void killOnce(Path file, Path config, int pass, long line) throws Exception {
        Process process = start(file, config);
        Awaitility.await().atMost(3, TimeUnit.MINUTES).until(() -> !process.isAlive() || lines(pass) > line);
        process.destroyForcibly().waitFor();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isEqualTo(137);
    }

    @Test
    void goesOnAfterAKillAsIfNothingHadHappened() throws Exception {
        Path file = registry("registry.ndjson.gz");
        Path config = config();
        killOnce(file, config, 1, 0);
        long first = lines(1);
        killOnce(file, config, 1, first);
        assertThat(lines(1)).isGreaterThan(first).isLessThan(RESIDENTS);
        Process last = start(file, config);
        assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(last.exitValue()).isOne();

        int bad = RESIDENTS / 500;
        assertThat(imports.count("resident")).isEqualTo(RESIDENTS);
        assertThat(imports.count("resident_field")).isEqualTo(12L * RESIDENTS);
        assertThat(imports.count("card")).isEqualTo(RESIDENTS);
        assertThat(imports.count("guardianship")).isEqualTo(RESIDENTS / 3);
        assertThat(imports.database.number("SELECT residents_added FROM civil_registry_import WHERE pass = 3"
                        + " AND residents_changed + residents_same = 0"))
                .isEqualTo(RESIDENTS);
        List<String> report = imports.report(file);
        assertThat(report.stream().filter(line -> line.contains("not_json"))).hasSize(bad);
        assertThat(report.stream().filter(line -> line.contains("duplicate_number")))
                .hasSize(bad);
        assertThat(report.stream().filter(line -> line.contains("self_guardianship")))
                .hasSize(RESIDENTS / 1500);
        assertThat(report).doesNotHaveDuplicates();
        String output = Files.readString(folder.resolve("output"));
        assertThat(output).contains("goes on behind line").doesNotContain(RegistryRows.CANARY, number(1));
    }
}
