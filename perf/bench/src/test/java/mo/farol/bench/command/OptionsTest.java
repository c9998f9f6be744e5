package mo.farol.bench.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import mo.farol.bench.goal.Sizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void takesValuesEitherWay() throws UsageError {
        Options options = Options.parse(List.of("--quick", "--only=p6,P1", "--pairs", "7", "--out", "x.md"));
        assertThat(options.quick()).isTrue();
        assertThat(options.only()).containsExactly(GoalName.P1, GoalName.P6);
        assertThat(options.out()).contains(Path.of("x.md"));
        assertThat(options.keycloak()).isEmpty();
        assertThat(options.sizes()).isEqualTo(Sizes.quick().withPairs(7));
    }

    @Test
    void takesAllGoalsWithFivePairsUnlessToldOtherwise() throws UsageError {
        Options options = Options.parse(List.of());
        assertThat(options.only()).containsExactly(GoalName.values());
        assertThat(options.sizes().pairs()).isEqualTo(5);
        assertThat(options.help()).isFalse();
    }

    @Test
    void keepsReplaysWithTheirTerminals() {
        for (Sizes sizes : List.of(Sizes.quick(), Sizes.full())) {
            assertThat(sizes.replayed() % 64).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fast",
                "--only",
                "--only=P9",
                "--only=",
                "--pairs=0",
                "--pairs=x",
                "--count=1",
                "--rows=10",
                "--out",
                "P1"
            })
    void refusesWhatItDoesNotKnow(String argument) {
        assertThatThrownBy(() -> Options.parse(List.of(argument))).isInstanceOf(UsageError.class);
    }
}
