package mo.farol.simulation.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class SimulateTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void endsWithZeroAndOneLineOfFiguresWhenNothingIsBroken() {
        assertThat(run("--first", "3", "--seeds", "2")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("seeds=2 requests=").contains(" violations=0 ");
    }

    @Test
    void endsWithThreeAndSaysPromiseAndSeedAndHowToReplay() {
        assertThat(run("--seeds", "9", "--planted", "join-by-key")).isEqualTo(3);
        assertThat(out.toString(UTF_8))
                .containsPattern("seed \\d+ breaks I1: ")
                .containsPattern("replay: ./farol simulate --seed \\d+ --planted join-by-key --trace")
                .contains(" violations=1 ");
    }

    @Test
    void tracesOneSeed() {
        assertThat(run("--seed", "5", "--trace")).isZero();
        assertThat(out.toString(UTF_8)).contains("node 0 starts").contains("ask #0 ");
    }

    @Test
    void endsWithTwoWhenItDoesNotUnderstand() {
        assertThat(run("--seeds")).isEqualTo(2);
        assertThat(run("--seeds", "0")).isEqualTo(2);
        assertThat(run("--seed", "many")).isEqualTo(2);
        assertThat(run("--planted", "none")).isEqualTo(2);
        assertThat(run("--trace")).isEqualTo(2);
        assertThat(run("--fast", "yes")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("usage: farol simulate");
    }

    private int run(String... arguments) {
        return Simulate.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }
}
