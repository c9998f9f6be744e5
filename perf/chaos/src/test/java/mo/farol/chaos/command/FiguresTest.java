package mo.farol.chaos.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mo.farol.chaos.check.Checks;
import mo.farol.chaos.check.Exposure;
import mo.farol.chaos.check.Promise;
import mo.farol.chaos.fault.Schedule;
import mo.farol.chaos.history.History;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Tally;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Figures figures = new Figures();

    @Test
    void sumsKillsAndAcknowledgedChangesOverTheRun() {
        figures.add(outcome(new Exposure(2, 9)));
        figures.add(outcome(new Exposure(1, 4)));
        assertThat(figures.line()).contains(" kills=3 acknowledged_changes=13 ").contains(" leaked_values=0 ");
        assertThat(figures.anyBroken()).isFalse();
    }

    @Test
    void isBrokenByAValueThatLeaked() {
        figures.leaked(0);
        assertThat(figures.anyBroken()).isFalse();
        figures.leaked(2);
        assertThat(figures.brokenPromises()).containsExactly(Promise.LEAKED_VALUES);
        assertThat(figures.line()).contains(" leaked_values=2 ");
    }

    private static Outcome outcome(Exposure exposure) {
        History nothing = new History(List.of(new Line.Start(1, true, List.of(), Map.of(), 0, 0)));
        return new Outcome(
                Schedule.draw(1, true),
                Path.of("history-1.ndjson"),
                Tally.Counts.NONE,
                exposure,
                Checks.run(nothing),
                Duration.ofSeconds(20));
    }
}
