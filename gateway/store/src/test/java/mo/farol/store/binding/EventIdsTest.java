package mo.farol.store.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30.123456Z");

    private final EventIds ids = new EventIds(new Random(1));

    @Test
    void areOfVersion7AndTellTheTime() {
        UUID id = ids.at(NOW, 0);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
        assertThat(ids.at(NOW, 0)).isNotEqualTo(id);
    }

    @Test
    void areInTheOrderOfTheirMicrosecondsAndPlaces() {
        List<String> inOrder = new ArrayList<>();
        for (int micros = 0; micros < 2_000; micros += 7) {
            for (int place : new int[] {0, 1, 127, 128, 255}) {
                inOrder.add(ids.at(NOW.plusNanos(1_000L * micros), place).toString());
            }
        }
        assertThat(inOrder).isSorted();
    }

    @Test
    void refuseMoreThanAMomentHas() {
        assertThatThrownBy(() -> ids.at(NOW, 256)).isInstanceOf(IllegalArgumentException.class);
    }
}
