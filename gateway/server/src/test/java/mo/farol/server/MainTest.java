package mo.farol.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private int run(String... words) {
        return Main.run(
                List.of(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String error() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(run("serve", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("serve --config FILE", "keys init");
    }

    @Test
    void answersAUsersMistakeWithStatus2AndNoStackTrace() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("sevre")).isEqualTo(2);
        assertThat(run("serve")).isEqualTo(2);
        assertThat(run("serve", "--config")).isEqualTo(2);
        assertThat(run("serve", "--confg", "x")).isEqualTo(2);
        assertThat(run("serve", "--config", "a", "--config", "b")).isEqualTo(2);
        assertThat(run("serve", "--config", directory.resolve("gone.yaml").toString()))
                .isEqualTo(2);
        assertThat(run("keys")).isEqualTo(2);
        assertThat(run("keys", "init", "--out", directory.toString())).isEqualTo(2);
        assertThat(error())
                .contains("there is no command sevre", "--config is missing", "gone.yaml")
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void namesEveryProblemOfTheConfiguration() throws Exception {
        Path file = Files.writeString(directory.resolve("farol.yaml"), "profile: production\nissuer: http://x\n");

        assertThat(run("serve", "--config", file.toString())).isEqualTo(2);
        assertThat(error())
                .contains(
                        "issuer: must be an https URL",
                        "listener.tls: is missing",
                        "store.root_certificate: is missing")
                .doesNotContain("\tat ");
    }

    @Test
    void makesKeysAndDoesNotStartWithoutItsDatabase() throws Exception {
        Path password = Files.writeString(directory.resolve("password"), "correct horse battery\n");
        Path keys = directory.resolve("keys");
        assertThat(run("keys", "init", "--out", keys.toString(), "--password-file", password.toString()))
                .isZero();
        assertThat(run("keys", "init", "--out", keys.toString(), "--password-file", password.toString()))
                .isEqualTo(2);
        Path file = Files.writeString(directory.resolve("farol.yaml"), """
                profile: demo
                issuer: http://127.0.0.1:8080
                listener: {port: 0}
                management: {port: 0}
                store: {port: 1, password: unused-5f1d}
                keys:
                  codes: %1$s/code-keys.p12
                  signing: %1$s/signing-keys.p12
                  at_rest: %1$s/at-rest-keys.p12
                  password_file: %2$s
                """.formatted(keys, password));

        assertThat(run("serve", "--config", file.toString())).isEqualTo(1);
        assertThat(error()).contains("farol: ").doesNotContain("\tat ", "unused-5f1d", "correct horse");
    }

    @Test
    void addsTicketKeysToAFileOfCodeKeys() throws Exception {
        Path password = Files.writeString(directory.resolve("password"), "correct horse battery\n");
        String keys = directory.resolve("keys").toString();
        assertThat(run("keys", "init", "--out", keys, "--password-file", password.toString(), "--ticket-days", "1"))
                .isZero();
        String codes = directory.resolve("keys").resolve("code-keys.p12").toString();
        assertThat(run("keys", "add-tickets", "--codes", codes, "--password-file", password.toString()))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("has ticket keys for 8 days: ");
        assertThat(run("keys", "add-tickets", "--codes", keys, "--password-file", password.toString()))
                .isEqualTo(2);
        assertThat(run("keys", "add-tickets", "--password-file", password.toString()))
                .isEqualTo(2);
    }

    @Test
    void doesNotStartWithoutTheKeysOfItsSignInProvider() throws Exception {
        Path password = Files.writeString(directory.resolve("password"), "correct horse battery\n");
        Path keys = directory.resolve("keys");
        assertThat(run("keys", "init", "--out", keys.toString(), "--password-file", password.toString()))
                .isZero();
        Path file = Files.writeString(directory.resolve("farol.yaml"), """
                profile: demo
                issuer: http://127.0.0.1:8080
                listener: {port: 0}
                management: {port: 0}
                store: {port: 1, password: unused}
                keys:
                  codes: %1$s/code-keys.p12
                  signing: %1$s/signing-keys.p12
                  at_rest: %1$s/at-rest-keys.p12
                  password_file: %2$s
                sign_in:
                  start_wait_seconds: 0
                  operators: [{issuer: "http://127.0.0.1:1/staff", audience: farol, clients: [console]}]
                """.formatted(keys, password));

        assertThat(run("serve", "--config", file.toString())).isEqualTo(1);
        assertThat(error())
                .isEqualTo("farol: sign_in: without the keys of http://127.0.0.1:1/staff no token can be judged:"
                        + " the metadata cannot be fetched (the request failed: AnnotatedConnectException)\n");
    }
}
