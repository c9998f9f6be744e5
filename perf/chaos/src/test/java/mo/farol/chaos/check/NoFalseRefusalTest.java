package mo.farol.chaos.check;

import static mo.farol.chaos.check.Told.CODE;
import static mo.farol.chaos.check.Told.LATER_CODE;
import static mo.farol.chaos.check.Told.accepted;
import static mo.farol.chaos.check.Told.answering;
import static mo.farol.chaos.check.Told.refused;
import static mo.farol.chaos.check.Told.said;
import static mo.farol.chaos.check.Told.shown;
import static org.assertj.core.api.Assertions.assertThat;

import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Said;
import org.junit.jupiter.api.Test;

class NoFalseRefusalTest {
    private final NoFalseRefusal check = new NoFalseRefusal();

    @Test
    void findsAFreshCodeRefusedBeforeAnyFault() {
        Told told = new Told().op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), refused("unbound", "r1"));
        assertThat(told.seenBy(check)).containsExactly("a fresh code was refused: unbound");
    }

    @Test
    void findsAFreshCodeRefusedInARollingRestartAndAfterRecovery() {
        Told rolling = new Told()
                .fault("begins", "rolling-restart")
                .pass(10)
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), refused("expired", "r1"));
        assertThat(rolling.seenBy(check)).hasSize(1);
        Told recovered = new Told()
                .fault("begins", "kill-postgres")
                .pass(10)
                .fault("healthy", "")
                .pass(10)
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), refused("expired", "r1"));
        assertThat(recovered.seenBy(check)).hasSize(1);
    }

    @Test
    void letsPassARefusalWhileAFaultStands() {
        Told told = new Told()
                .fault("begins", "kill-postgres")
                .pass(10)
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), refused("expired", "r1"));
        assertThat(told.seenBy(check)).isEmpty();
    }

    @Test
    void letsPassARefusalOfASuspendedBindingAndOfACodeShownTwice() {
        Told suspended = new Told()
                .act(Act.SUSPEND, CODE.key(), Said.BROKEN)
                .pass(10)
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), refused("suspended", "r1"));
        assertThat(suspended.seenBy(check)).isEmpty();
        Told twice = new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), refused("already_used", "r1"), 20)
                .op(shown(Act.REPLAY, 2, CODE, "t2", "k2"), accepted("r2"));
        assertThat(twice.seenBy(check)).isEmpty();
    }

    @Test
    void letsPassARefusalWhereTheChallengeWasNotShownAndFindsTheOneWhereItWas() {
        Told elsewhere = new Told()
                .op(answering(Act.ELSEWHERE, CODE, "t2", "k1", "c1"), refused("challenge_mismatch", "r1"))
                .op(answering(Act.VERIFY, CODE, "t1", "k2", "c1"), accepted("r2"));
        assertThat(elsewhere.seenBy(check)).isEmpty();
        Told usedUp = new Told()
                .op(answering(Act.ELSEWHERE, CODE, "t2", "k1", "c1"), refused("challenge_mismatch", "r1"))
                .op(answering(Act.VERIFY, CODE, "t1", "k2", "c1"), refused("challenge_mismatch", "r2"));
        assertThat(usedUp.seenBy(check)).containsExactly("a fresh code was refused: challenge_mismatch");
    }

    @Test
    void letsPassThatAnotherCodeAnsweredTheChallenge() {
        Told told = new Told()
                .op(answering(Act.VERIFY, CODE, "t1", "k1", "c1"), accepted("r1"))
                .op(answering(Act.VERIFY, LATER_CODE, "t1", "k2", "c1"), refused("challenge_mismatch", "r2"));
        assertThat(told.seenBy(check)).isEmpty();
    }

    @Test
    void letsPassARefusalOfAPhoneWhoseBindingEndedBefore() {
        Told told = new Told()
                .with(new Line.Ended(CODE.key(), 1))
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), refused("unbound", "r1"));
        assertThat(told.seenBy(check)).isEmpty();
    }

    @Test
    void findsACodeThatIsCalledUsedAndNeverWas() {
        Told told = new Told()
                .fault("begins", "cut")
                .pass(10)
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), said(Said.BROKEN))
                .op(shown(Act.RETRY, 2, CODE, "t1", "k1"), refused("already_used", "r1"));
        assertThat(told.seenBy(check)).containsExactly("called used, and no acceptance is on record");
    }
}
