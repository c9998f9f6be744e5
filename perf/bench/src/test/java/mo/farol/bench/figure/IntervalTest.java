package mo.farol.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void isAPointWhenAllRatiosAreTheSame() {
        Interval interval = Interval.ofRatios(Series.of(1.05, 1.05, 1.05));
        assertThat(interval.low()).isCloseTo(1.05, within(1e-9));
        assertThat(interval.high()).isCloseTo(1.05, within(1e-9));
    }

    @Test
    void isStudentsTOnTheLogarithms() {
        // ln: -0.1, 0, 0.1; standard error 0.057735; t for two degrees of freedom 4.303.
        Interval interval = Interval.ofRatios(Series.of(Math.exp(-0.1), 1, Math.exp(0.1)));
        assertThat(interval.high()).isCloseTo(Math.exp(4.303 * 0.057735), within(1e-4));
        assertThat(interval.low() * interval.high()).isCloseTo(1, within(1e-9));
    }

    @Test
    void needsTwoRatios() {
        assertThatThrownBy(() -> Interval.ofRatios(Series.of(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interval.ofRatios(Series.of(1, -1))).isInstanceOf(IllegalArgumentException.class);
    }
}
