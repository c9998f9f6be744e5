package mo.farol.chaos.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(150);

    @Test
    void waitsNoLongerThanUntilItHolds() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        assertThat(Patience.atMost(LONG, () -> looks.incrementAndGet() == 2)).isTrue();
        assertThat(looks).hasValue(2);
    }

    @Test
    void goesOnWithoutOrFailsWhenItDoesNotHoldInTime() throws Exception {
        assertThat(Patience.atMost(SHORT, () -> false)).isFalse();
        assertThatThrownBy(() -> Patience.until(SHORT, "the sea is calm", () -> false))
                .isInstanceOf(IOException.class)
                .hasMessage("waited 150 ms in vain: the sea is calm");
    }
}
