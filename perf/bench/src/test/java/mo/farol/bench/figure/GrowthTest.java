package mo.farol.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GrowthTest {
    @Test
    void growsWithTheLogarithm() {
        assertThat(Growth.extrapolate(1.04, 1e4, 1e6, 1e8)).isCloseTo(1.08, within(1e-9));
        assertThat(Growth.extrapolate(1.04, 1e4, 1e6, 1e6)).isCloseTo(1.04, within(1e-9));
        assertThat(Growth.extrapolate(1, 1e4, 1e6, 1e8)).isCloseTo(1, within(1e-9));
    }

    @Test
    void needsTwoSizes() {
        assertThatThrownBy(() -> Growth.extrapolate(1, 10, 10, 20)).isInstanceOf(IllegalArgumentException.class);
    }
}
