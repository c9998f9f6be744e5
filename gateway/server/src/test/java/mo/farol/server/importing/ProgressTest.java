package mo.farol.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final AtomicLong nanos = new AtomicLong(1);
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private ProgressDisplay display(boolean terminal) {
        return new ProgressDisplay(new PrintStream(shown, true, StandardCharsets.UTF_8), terminal, nanos::get);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void reckonsFromWhatThisProcessDid() {
        Watch watch = new Watch("residents", 400, 1000, nanos::get);
        pass(Duration.ofSeconds(20));
        Progress progress = watch.at(600, 5000);
        assertThat(progress.percent()).isEqualTo(60);
        assertThat(progress.rowsPerSecond()).isEqualTo(250);
        assertThat(progress.left()).contains(Duration.ofSeconds(40));
        assertThat(progress.line()).isEqualTo("residents         60.0 %        5,000 rows      250 rows/s  40 s left");
    }

    @Test
    void saysNothingOfTheTimeLeftAsLongAsItDidNothing() {
        Watch watch = new Watch("residents", 400, 1000, nanos::get);
        assertThat(watch.at(400, 0).left()).isEmpty();
        assertThat(watch.at(400, 0).rowsPerSecond()).isZero();
        assertThat(new Watch("residents", 0, 0, nanos::get).at(0, 0).percent()).isEqualTo(100);
    }

    @Test
    void spellsLongTimes() {
        Watch watch = new Watch("residents", 0, 1000, nanos::get);
        pass(Duration.ofSeconds(83));
        assertThat(watch.at(500, 1).line()).endsWith("  1 min 23 s left");
    }

    @Test
    void writesALineEveryFewSecondsWhereThereIsNoTerminal() {
        ProgressDisplay display = display(false);
        Watch watch = new Watch("residents", 0, 1000, nanos::get);
        for (int i = 0; i < 110; i++) {
            pass(Duration.ofMillis(100));
            display.show(watch.at(i, i));
        }
        assertThat(shown().lines()).hasSize(2);
        display.end(watch.at(1000, 1000));
        assertThat(shown().lines()).hasSize(3);
        assertThat(shown()).doesNotContain("\r", "\u001B");
    }

    @Test
    void changesOneLineOnATerminal() {
        ProgressDisplay display = display(true);
        Watch watch = new Watch("residents", 0, 1000, nanos::get);
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofMillis(100));
            display.show(watch.at(i, i));
        }
        assertThat(shown().chars().filter(c -> c == '\r').count()).isEqualTo(5);
        assertThat(shown()).doesNotContain("\n");
        display.end(watch.at(1000, 1000));
        assertThat(shown()).endsWith(System.lineSeparator());
    }
}
