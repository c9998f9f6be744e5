package mo.farol.chaos.check;

import static mo.farol.chaos.check.Told.CODE;
import static mo.farol.chaos.check.Told.accepted;
import static mo.farol.chaos.check.Told.said;
import static mo.farol.chaos.check.Told.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Said;
import org.junit.jupiter.api.Test;

class RecoveryTimesTest {
    private final RecoveryTimes check = new RecoveryTimes();

    @Test
    void countsFromTheLastCauseToTheFirstSuccessAtTheNode() {
        Told told = new Told()
                .fault("begins", "cut", 1)
                .pass(100)
                .fault("heals", "cut", 1)
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), said(Said.UNAVAILABLE))
                .pass(1_999)
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k2"), accepted("r1"));
        assertThat(told.findings(check).recoveries()).containsExactly(Duration.ofMillis(2_001));
    }

    @Test
    void countsANodeThatNeverRecoveredUpToTheEnd() {
        Told told = new Told()
                .fault("heals", "freeze-postgres")
                .pass(30_000)
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), said(Said.UNAVAILABLE));
        assertThat(told.findings(check).recoveries()).containsExactly(Duration.ofMillis(30_000));
    }

    @Test
    void doesNotCountAGatewayThatWasItselfStartedAgain() {
        Told told = new Told()
                .fault("heals", "kill-gateway", 1)
                .pass(9_000)
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"));
        assertThat(told.findings(check).recoveries()).isEmpty();
    }

    @Test
    void isBrokenWhenMoreThanOneInAHundredTakesTooLong() {
        List<Duration> hundred = new java.util.ArrayList<>(Collections.nCopies(99, Duration.ofSeconds(1)));
        hundred.add(Duration.ofSeconds(60));
        assertThat(RecoveryLimit.isBroken(hundred)).isFalse();
        hundred.set(0, Duration.ofSeconds(60));
        assertThat(RecoveryLimit.isBroken(hundred)).isTrue();
    }
}
