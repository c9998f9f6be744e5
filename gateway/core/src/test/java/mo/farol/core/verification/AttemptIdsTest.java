package mo.farol.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttemptIdsTest {
    private static final long MILLIS = 0x017F22E279B0L;

    @Test
    void haveTheTimeTheVersionAndTheVariantOfRfc9562() {
        AttemptIds ids = new AttemptIds(() -> Instant.ofEpochMilli(MILLIS), new Random(1));

        for (int i = 0; i < 1_000; i++) {
            UUID id = ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.toString()).startsWith("017f22e2-79b0-7");
        }
    }

    @Test
    void doNotRepeatWithinOneMillisecond() {
        AttemptIds ids = new AttemptIds(() -> Instant.ofEpochMilli(MILLIS), new Random(2));
        Set<UUID> seen = new HashSet<>();

        for (int i = 0; i < 100_000; i++) {
            assertThat(seen.add(ids.next())).isTrue();
        }
    }
}
