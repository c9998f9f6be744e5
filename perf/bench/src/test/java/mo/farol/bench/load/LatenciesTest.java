package mo.farol.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void keepsEveryTime() {
        Latencies times = new Latencies();
        for (int i = 10_000; i > 0; i--) {
            times.add(i * 1_000_000L);
        }
        assertThat(times.count()).isEqualTo(10_000);
        assertThat(times.millis(0.5)).isEqualTo(5_000);
        assertThat(times.millis(0.99)).isEqualTo(9_900);
        assertThat(times.millis(1)).isEqualTo(10_000);
        assertThat(times.millis(0)).isEqualTo(1);
    }

    @Test
    void hasNoShareOfNothing() {
        assertThatThrownBy(() -> new Latencies().millis(0.99)).isInstanceOf(IllegalStateException.class);
    }
}
