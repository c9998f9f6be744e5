package mo.farol.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void hasTheMiddleOneAsItsMedian() {
        Series odd = Series.of(5, 1, 3);
        assertThat(odd.median()).isEqualTo(3);
        assertThat(odd.least()).isEqualTo(1);
        assertThat(odd.most()).isEqualTo(5);
        assertThat(Series.of(4, 1, 2, 9).median()).isEqualTo(3);
        assertThat(Series.of(7).median()).isEqualTo(7);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(Series::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Series.of(1, 0.0 / 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Series.of(1.0 / 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
