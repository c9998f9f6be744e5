package mo.farol.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final BenchCommand command = new BenchCommand(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void saysWhatItCanDo() {
        assertThat(command.run(List.of("--only", "P1", "--help"))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Usage: ./farol bench")
                .contains(GoalName.all());
        assertThat(err.size()).isZero();
    }

    @Test
    void answersAWrongCommandLineInOneLineWithStatus2() {
        assertThat(command.run(List.of("--only", "P9"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("farol bench: there is no goal P9: give some of " + GoalName.all());
    }

    @Test
    void refusesATableWhereNoneCanBe() {
        assertThat(command.run(List.of("--out", folder.toString()))).isEqualTo(2);
        assertThat(command.run(
                        List.of("--out", folder.resolve("no/such/folder.md").toString())))
                .isEqualTo(2);
    }
}
