package mo.farol.bench.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mo.farol.bench.load.WrongAnswers;
import org.junit.jupiter.api.Test;

class RetryLogTest {
    private static final long SECOND = 1_000_000_000L;

    private final RetryLog log = new RetryLog(2);

    @Test
    void countsWhatFailsFiveSecondsAfterADeathAndNotBefore() {
        log.retried(0, false);
        log.died(10 * SECOND);
        log.retried(14 * SECOND, false);
        assertThat(log.failedLate()).isZero();
        log.retried(15 * SECOND, false);
        log.retried(16 * SECOND, true);
        assertThat(log.failedLate()).isEqualTo(1);
        assertThat(log).hasToString("0 verified, 4 retries of which 3 failed; 2 of them late, of which 1 failed");
    }

    @Test
    void wantsEveryQuestionVerifiedInTheEnd() {
        log.died(0);
        log.retried(6 * SECOND, true);
        log.ended("verified");
        log.ended("already_used");
        assertThatThrownBy(log::requireAllVerified)
                .isInstanceOf(WrongAnswers.class)
                .hasMessageContaining("already_used");
        log.ended("verified");
        assertThatCode(log::requireAllVerified).doesNotThrowAnyException();
    }

    @Test
    void isNotContentWhenNobodyHadToAskAgain() {
        log.ended("verified");
        log.ended("verified");
        assertThatThrownBy(log::requireAllVerified).isInstanceOf(WrongAnswers.class);
    }
}
