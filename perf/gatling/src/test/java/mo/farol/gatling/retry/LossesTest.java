package mo.farol.gatling.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LossesTest {
    private static final URI A = URI.create("http://a");
    private static final URI B = URI.create("http://b");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Losses losses = new Losses();

    @Test
    void countAGatewayOnceWhileItIsGone() {
        losses.failed(A, 0);
        losses.failed(A, SECOND);
        losses.failed(A, 6 * SECOND);
        assertThat(losses.count()).isEqualTo(1);
        assertThat(losses.inGrace(4 * SECOND)).isTrue();
        assertThat(losses.inGrace(6 * SECOND)).isFalse();
    }

    @Test
    void countItAgainOnceItCameBack() {
        losses.failed(A, 0);
        losses.answered(A, 2 * SECOND);
        losses.failed(A, 9 * SECOND);
        assertThat(losses.count()).isEqualTo(2);
        assertThat(losses.inGrace(10 * SECOND)).isTrue();
    }

    @Test
    void areNotOverByAnAnswerToWhatWasAskedBefore() {
        losses.failed(A, 2 * SECOND);
        losses.answered(A, SECOND);
        losses.answered(B, 3 * SECOND);
        losses.failed(A, 8 * SECOND);
        assertThat(losses.count()).isEqualTo(1);
        assertThat(losses.inGrace(8 * SECOND)).isFalse();
    }
}
