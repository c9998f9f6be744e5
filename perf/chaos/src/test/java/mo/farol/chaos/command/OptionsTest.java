package mo.farol.chaos.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void takesValuesEitherWay() throws UsageError {
        Options options = Options.parse(List.of("--quick", "--schedules=3", "--seed", "-4", "--out", "x"));
        assertThat(options.quick()).isTrue();
        assertThat(options.schedules()).isEqualTo(3);
        assertThat(options.seed()).isEqualTo(-4);
        assertThat(options.out()).isEqualTo(Path.of("x"));
        assertThat(options.replay()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fast", "--schedules", "--schedules=0", "--seed=x", "extra"})
    void refusesWhatItDoesNotKnow(String argument) {
        assertThatThrownBy(() -> Options.parse(List.of(argument))).isInstanceOf(UsageError.class);
    }

    @Test
    void refusesAPlantedBugThatIsNotThere() {
        assertThatThrownBy(() -> PlantedBugs.named("no-such-bug", true)).isInstanceOf(UsageError.class);
    }
}
