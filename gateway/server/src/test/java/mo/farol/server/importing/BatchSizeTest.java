package mo.farol.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatchSizeTest {
    private final BatchSize size = new BatchSize();

    @Test
    void staysWhenACommitTakesAQuarterOfASecond() {
        size.took(BatchSize.FIRST, Duration.ofMillis(250));
        assertThat(size.rows()).isEqualTo(BatchSize.FIRST);
    }

    @Test
    void growsAndShrinksWithTheTimeACommitTakesButNotByMoreThanTwo() {
        size.took(200, Duration.ofMillis(200));
        assertThat(size.rows()).isEqualTo(250);
        size.took(250, Duration.ofMillis(1));
        assertThat(size.rows()).isEqualTo(500);
        size.took(500, Duration.ofSeconds(30));
        assertThat(size.rows()).isEqualTo(250);
    }

    @Test
    void staysWithinItsBounds() {
        for (int i = 0; i < 20; i++) {
            size.took(size.rows(), Duration.ofHours(1));
        }
        assertThat(size.rows()).isEqualTo(BatchSize.LEAST);
        for (int i = 0; i < 20; i++) {
            size.took(size.rows(), Duration.ZERO);
        }
        assertThat(size.rows()).isEqualTo(BatchSize.MOST);
    }

    @Test
    void doesNotShrinkBecauseTheLastBatchOfAFileIsSmall() {
        size.took(1, Duration.ofMillis(1));
        assertThat(size.rows()).isGreaterThanOrEqualTo(BatchSize.FIRST);
    }
}
