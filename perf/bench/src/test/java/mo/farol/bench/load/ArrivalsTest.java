package mo.farol.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    @Test
    void comeAtTheWantedRateAndNotEvenly() {
        long[] due = Arrivals.poisson(50_000, 1_000);
        assertThat(due).isSorted();
        assertThat(due[due.length - 1] / 1e9).isCloseTo(50, within(1.5));
        long close = IntStream.range(1, due.length)
                .filter(i -> due[i] - due[i - 1] < 100_000)
                .count();
        // A tenth of the mean distance: 1 - exp(-0.1) of them.
        assertThat(close / 50_000.0).isCloseTo(0.095, within(0.01));
    }

    @Test
    void areTheSameForEverybody() {
        assertThat(Arrivals.poisson(100, 50)).isEqualTo(Arrivals.poisson(100, 50));
    }
}
