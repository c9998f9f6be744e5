package mo.farol.gatling.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    @Test
    void ofAGateRushComeInWavesFromATenthToThePeak() throws UsageError {
        List<Arrivals.Step> steps =
                arrivals(SimulationName.GATE_RUSH, "--rate", "100", "--ramp", "2", "--seconds", "20", "--waves", "2");
        Duration ramp = Duration.ofSeconds(2);
        assertThat(steps)
                .startsWith(
                        new Arrivals.Step(10, 10, ramp),
                        new Arrivals.Step(10, 100, ramp),
                        new Arrivals.Step(100, 100, Duration.ofSeconds(10)))
                .hasSize(6);
        assertThat(Arrivals.time(steps)).isEqualTo(Duration.ofSeconds(28));
        assertThat(Arrivals.people(steps)).isEqualTo(2 * (20 + 110 + 1000));
    }

    @Test
    void ofACounterDayAreADayWithItsPeakAndItsLunchInTheSecondsAskedFor() throws UsageError {
        List<Arrivals.Step> steps = arrivals(SimulationName.COUNTER_DAY, "--rate", "40", "--seconds", "100");
        assertThat(Arrivals.time(steps)).isEqualTo(Duration.ofSeconds(100));
        assertThat(steps).extracting(Arrivals.Step::to).contains(40.0, 10.0).allMatch(rate -> rate <= 40);
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).from()).isEqualTo(steps.get(i - 1).to());
        }
    }

    @Test
    void ofAReplayStormAreTheFreshOnesAlone() throws UsageError {
        List<Arrivals.Step> steps = arrivals(
                SimulationName.REPLAY_STORM, "--rate", "50", "--again", "80", "--ramp", "4", "--seconds", "10");
        assertThat(Arrivals.people(steps)).isCloseTo(2 * 10 + 10 * 10, within(1e-9));
    }

    @Test
    void needNoRamp() throws UsageError {
        assertThat(arrivals(SimulationName.SOAK, "--rate", "5", "--ramp", "0", "--seconds", "10"))
                .containsExactly(new Arrivals.Step(5, 5, Duration.ofSeconds(10)));
    }

    private static List<Arrivals.Step> arrivals(SimulationName simulation, String... flags) throws UsageError {
        List<String> typed = new ArrayList<>(List.of("--kit", "k"));
        typed.addAll(List.of(flags));
        return Arrivals.of(LoadPlan.of(simulation, typed, Path.of("out")));
    }
}
