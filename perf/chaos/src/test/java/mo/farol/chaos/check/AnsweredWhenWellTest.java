package mo.farol.chaos.check;

import static mo.farol.chaos.check.Told.CODE;
import static mo.farol.chaos.check.Told.refused;
import static mo.farol.chaos.check.Told.shown;
import static org.assertj.core.api.Assertions.assertThat;

import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Answer;
import mo.farol.chaos.history.Said;
import org.junit.jupiter.api.Test;

class AnsweredWhenWellTest {
    private static final Answer IN_VAIN = Answer.of(Said.BROKEN, "HttpTimeoutException");

    private final Check check = new AnsweredWhenWell();

    @Test
    void findsAGatewayThatLetsReplaysWait() {
        Told told = new Told().fault("healthy", "").pass(6_000);
        inVain(told, 3, 5);
        assertThat(told.seenBy(check)).containsExactly("all was well, and 5 codes waited in vain at gateway 3");
    }

    @Test
    void forgivesAFewAtEach() {
        Told told = new Told().fault("healthy", "").pass(6_000);
        inVain(told, 1, 4);
        inVain(told, 2, 4);
        assertThat(told.seenBy(check)).isEmpty();
    }

    @Test
    void saysNothingOfTheTimeBeforeAndRightAfter() {
        Told told = new Told();
        inVain(told, 1, 9);
        told.fault("healthy", "").pass(4_000);
        inVain(told, 1, 9);
        told.pass(2_000).op(shown(Act.REPLAY, 1, CODE, "t1", "k9"), refused("already_used", "r1"));
        assertThat(told.seenBy(check)).isEmpty();
    }

    private static void inVain(Told told, int node, int times) {
        for (int i = 0; i < times; i++) {
            told.op(shown(Act.REPLAY, node, CODE, "t1", "k" + i), IN_VAIN);
        }
    }
}
