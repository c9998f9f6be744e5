package mo.farol.gatling.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LoadPlanTest {
    private static final Path OUT = Path.of("target", "load");

    @ParameterizedTest
    @EnumSource
    void needsNothingButAKit(SimulationName simulation) throws UsageError {
        LoadPlan plan = LoadPlan.of(simulation, List.of("--kit", "kit.json"), OUT);
        assertThat(plan.target().kit()).isEqualTo(Path.of("kit.json"));
        assertThat(plan.target().gateways()).isEmpty();
        assertThat(plan.target().purposes()).isEmpty();
        assertThat(plan.target().truststore()).isEmpty();
        assertThat(plan.pace().rate()).isPositive();
        assertThat(plan.pace().hold()).isPositive();
        assertThat(plan.limits().p99()).isZero();
        assertThat(plan.watched().metrics()).isEmpty();
        assertThat(plan.out()).isEqualTo(OUT);
        assertThatThrownBy(() -> LoadPlan.of(simulation, List.of(), OUT))
                .isInstanceOf(UsageError.class)
                .hasMessage("--kit is missing");
    }

    @Test
    void hasTheDefaultsOfItsSimulation() throws UsageError {
        List<String> kit = List.of("--kit", "k");
        LoadPlan rush = LoadPlan.of(SimulationName.GATE_RUSH, kit, OUT);
        assertThat(rush.pace()).isEqualTo(new Pace(50, Duration.ofSeconds(3), Duration.ofSeconds(60)));
        assertThat(rush.waves()).isEqualTo(3);
        assertThat(rush.limits()).isEqualTo(new Limits(0, 0.1));
        assertThat(LoadPlan.of(SimulationName.REPLAY_STORM, kit, OUT).again()).isEqualTo(90);
        assertThat(LoadPlan.of(SimulationName.UNBIND_UNDER_LOAD, kit, OUT).unbinds())
                .isEqualTo(1);
        LoadPlan loss = LoadPlan.of(SimulationName.NODE_LOSS, kit, OUT);
        assertThat(loss.losses()).isEqualTo(1);
        assertThat(loss.limits()).isEqualTo(new Limits(0, 0));
        assertThat(LoadPlan.of(SimulationName.SOAK, kit, OUT).watched().every()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void takesEveryCommonFlagInBothForms() throws UsageError {
        LoadPlan plan = LoadPlan.of(
                SimulationName.COUNTER_DAY,
                List.of(
                        "--kit=k",
                        "--gateways",
                        "https://a.example/, https://b.example:8443",
                        "--purpose=load.names,load.age",
                        "--rate",
                        "0.5",
                        "--seconds=2.5",
                        "--p99",
                        "80",
                        "--errors",
                        "0",
                        "--out",
                        "there",
                        "--truststore",
                        "roots.pem"),
                OUT);
        assertThat(plan.target().gateways())
                .containsExactly(URI.create("https://a.example"), URI.create("https://b.example:8443"));
        assertThat(plan.target().purposes()).containsExactly("load.names", "load.age");
        assertThat(plan.target().truststore()).contains(Path.of("roots.pem"));
        assertThat(plan.pace()).isEqualTo(new Pace(0.5, Duration.ZERO, Duration.ofMillis(2500)));
        assertThat(plan.limits()).isEqualTo(new Limits(80, 0));
        assertThat(plan.out()).isEqualTo(Path.of("there"));
    }

    @Test
    void knowsWhereMetricsAreFromAnAddressAlone() throws UsageError {
        LoadPlan plan = LoadPlan.of(
                SimulationName.SOAK, List.of("--kit", "k", "--metrics", "http://g:9480,http://h:9480/other"), OUT);
        assertThat(plan.watched().metrics())
                .containsExactly(URI.create("http://g:9480/metrics"), URI.create("http://h:9480/other"));
    }

    @ParameterizedTest
    @CsvSource({
        "GATE_RUSH, --rate fast, '--rate must be a number, not fast'",
        "GATE_RUSH, --rate -1, '--rate must be from 0.1 to 100000, not -1'",
        "GATE_RUSH, --rate NaN, '--rate must be from 0.1 to 100000, not NaN'",
        "GATE_RUSH, --seconds 0, '--seconds must be from 1 to 2592000, not 0'",
        "GATE_RUSH, --p99 1.5, '--p99 must be a whole number, not 1.5'",
        "GATE_RUSH, --errors 101, '--errors must be from 0 to 100, not 101'",
        "GATE_RUSH, --again 5, gate-rush takes no --again",
        "GATE_RUSH, --fast, gate-rush takes no --fast",
        "GATE_RUSH, --waves, --waves needs a value",
        "GATE_RUSH, --waves 1 --waves 2, --waves is given twice",
        "COUNTER_DAY, --ramp 5, counter-day takes no --ramp",
        "REPLAY_STORM, --again 100, '--again must be from 0 to 99, not 100'",
        "NODE_LOSS, --gateways ftp://g, '--gateways must be like http://HOST:PORT, not ftp://g'",
        "NODE_LOSS, --gateways http://u@g, '--gateways must be like http://HOST:PORT, not http://u@g'",
        "SOAK, --metrics 127.0.0.1:1, '--metrics must be like http://HOST:PORT, not 127.0.0.1:1'"
    })
    void refusesWhatIsNotOfItsKind(SimulationName simulation, String flags, String message) {
        List<String> typed = List.of(("--kit k " + flags).split(" "));
        assertThatThrownBy(() -> LoadPlan.of(simulation, typed, OUT))
                .isInstanceOf(UsageError.class)
                .hasMessage(message);
    }
}
