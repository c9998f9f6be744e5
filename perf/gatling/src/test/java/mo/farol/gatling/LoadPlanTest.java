package mo.farol.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import mo.farol.token.CodeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadPlanTest {
    @Test
    void needsNothingButAKit() {
        LoadPlan plan = LoadPlan.of(properties(Map.of("farol.kit", "kit.json")));
        assertThat(plan.kit()).isEqualTo(Path.of("kit.json"));
        assertThat(plan.gateways()).isEmpty();
        assertThat(plan.purpose()).isEmpty();
        assertThat(plan.type()).isEqualTo(CodeType.EID);
        assertThat(plan.perSecond()).isEqualTo(20);
        assertThat(plan.ramp()).isEqualTo(Duration.ofSeconds(10));
        assertThat(plan.hold()).isEqualTo(Duration.ofSeconds(60));
        assertThat(plan.shownAgain()).isEqualTo(5);
        assertThat(plan.p99()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoadPlan.of(new Properties()))
                .withMessageContaining("farol.kit");
    }

    @Test
    void takesEverySetting() {
        LoadPlan plan = LoadPlan.of(properties(Map.of(
                "farol.kit", "k",
                "farol.gateways", "https://a.example, https://b.example:8443",
                "farol.purpose", "gate.passage",
                "farol.type", "clearance",
                "farol.rate", "0.5",
                "farol.ramp", "1",
                "farol.seconds", "2",
                "farol.again", "0",
                "farol.p99", "80")));
        assertThat(plan.gateways())
                .containsExactly(URI.create("https://a.example"), URI.create("https://b.example:8443"));
        assertThat(plan.purpose()).contains("gate.passage");
        assertThat(plan.type()).isEqualTo(CodeType.CLEARANCE);
        assertThat(plan.perSecond()).isEqualTo(0.5);
        assertThat(plan.ramp()).isEqualTo(Duration.ofSeconds(1));
        assertThat(plan.hold()).isEqualTo(Duration.ofSeconds(2));
        assertThat(plan.shownAgain()).isZero();
        assertThat(plan.p99()).contains(80);
    }

    @ParameterizedTest
    @CsvSource({"farol.rate,fast", "farol.rate,-1", "farol.rate,NaN", "farol.again,Infinity", "farol.type,passport"})
    void refusesWhatIsNotOfItsKind(String name, String value) {
        Properties properties = properties(Map.of("farol.kit", "k", name, value));
        assertThatIllegalArgumentException().isThrownBy(() -> LoadPlan.of(properties));
    }

    private static Properties properties(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }
}
