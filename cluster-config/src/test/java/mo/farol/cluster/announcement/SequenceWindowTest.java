package mo.farol.cluster.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import mo.farol.cluster.announcement.SequenceWindow.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceWindowTest {
    @Test
    void tellsNextGapOvertakenAndRepeatedApart() {
        SequenceWindow window = new SequenceWindow(10);

        assertThat(window.arrived(11)).isEqualTo(Arrival.NEXT);
        assertThat(window.arrived(11)).isEqualTo(Arrival.REPEATED);
        assertThat(window.arrived(14)).isEqualTo(Arrival.AFTER_A_GAP);
        assertThat(window.arrived(12)).isEqualTo(Arrival.OVERTAKEN);
        assertThat(window.arrived(12)).isEqualTo(Arrival.REPEATED);
        assertThat(window.arrived(13)).isEqualTo(Arrival.OVERTAKEN);
        assertThat(window.arrived(15)).isEqualTo(Arrival.NEXT);
    }

    @Test
    void doesNotTakeWhatWasBeforeItsFirst() {
        SequenceWindow window = new SequenceWindow(10);

        assertThat(window.arrived(10)).isEqualTo(Arrival.REPEATED);
        assertThat(window.arrived(9)).isEqualTo(Arrival.REPEATED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void passesEachNumberAtMostOnce(long seed) {
        Random random = new Random(seed);
        SequenceWindow window = new SequenceWindow(1);
        Set<Long> passed = new HashSet<>(Set.of(1L));
        long highest = 1;
        for (int i = 0; i < 20_000; i++) {
            long number = Math.max(1, highest + random.nextInt(-80, 6));
            boolean fresh = window.arrived(number) != Arrival.REPEATED;
            if (fresh) {
                assertThat(passed.add(number)).isTrue();
            } else {
                assertThat(passed.contains(number) || number <= highest - 64 || number < 64)
                        .isTrue();
            }
            highest = Math.max(highest, number);
        }
        assertThat(passed.size()).isGreaterThan(1_000);
    }
}
