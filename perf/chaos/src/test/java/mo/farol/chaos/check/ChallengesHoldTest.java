package mo.farol.chaos.check;

import static mo.farol.chaos.check.Told.CODE;
import static mo.farol.chaos.check.Told.LATER_CODE;
import static mo.farol.chaos.check.Told.accepted;
import static mo.farol.chaos.check.Told.answering;
import static mo.farol.chaos.check.Told.refused;
import static org.assertj.core.api.Assertions.assertThat;

import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Said;
import org.junit.jupiter.api.Test;

class ChallengesHoldTest {
    private static final String ID = "000102030405060708090a0b0c0d0e0f";
    private final ChallengesHold check = new ChallengesHold();

    @Test
    void findsAnAcceptanceAtAnotherTerminal() {
        Findings findings = challenged("account")
                .op(answering(Act.ELSEWHERE, CODE, "t2", "k1", ID), accepted("r1"))
                .findings(check);
        assertThat(findings.count(Promise.MISPLACED_ACCEPTS)).isEqualTo(1);
    }

    @Test
    void findsAnAcceptanceForAnotherPurposeAndThatOfAReplay() {
        Findings findings = challenged("loan")
                .op(answering(Act.ELSEWHERE, CODE, "t1", "k1", ID), accepted("r1"))
                .op(answering(Act.REPLAY, CODE, "t2", "k2", ID), accepted("r2"))
                .findings(check);
        assertThat(findings.count(Promise.MISPLACED_ACCEPTS)).isEqualTo(2);
    }

    @Test
    void findsAChallengeThatTwoCodesAnswered() {
        Findings findings = challenged("account")
                .op(answering(Act.VERIFY, CODE, "t1", "k1", ID), accepted("r1"))
                .op(answering(Act.VERIFY, LATER_CODE, "t1", "k2", ID), accepted("r2"))
                .findings(check);
        assertThat(findings.count(Promise.DOUBLE_ACCEPTS)).isEqualTo(1);
    }

    @Test
    void isContentWithOneAcceptanceWhereItWasShown() {
        assertThat(challenged("account")
                        .act(Act.CHALLENGE, "t1", Said.DONE)
                        .op(answering(Act.ELSEWHERE, CODE, "t2", "k1", ID), refused("challenge_mismatch", "r1"))
                        .op(answering(Act.VERIFY, CODE, "t1", "k2", ID), accepted("r2"))
                        .op(answering(Act.RETRY, CODE, "t1", "k2", ID), accepted("r2"))
                        .op(answering(Act.VERIFY, LATER_CODE, "t1", "k3", ID), refused("challenge_mismatch", "r3"))
                        .seenBy(check))
                .isEmpty();
    }

    private static Told challenged(String purpose) {
        return new Told().with(new Line.Challenged(ID, "t1", purpose));
    }
}
