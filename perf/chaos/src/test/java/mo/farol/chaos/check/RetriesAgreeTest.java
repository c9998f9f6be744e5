package mo.farol.chaos.check;

import static mo.farol.chaos.check.Told.CODE;
import static mo.farol.chaos.check.Told.accepted;
import static mo.farol.chaos.check.Told.refused;
import static mo.farol.chaos.check.Told.said;
import static mo.farol.chaos.check.Told.shown;
import static org.assertj.core.api.Assertions.assertThat;

import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Said;
import org.junit.jupiter.api.Test;

class RetriesAgreeTest {
    private final RetriesAgree check = new RetriesAgree();

    @Test
    void findsARequestThatWasAcceptedAndThenRefused() {
        Told told = new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"))
                .op(shown(Act.RETRY, 2, CODE, "t1", "k1"), refused("already_used", "r2"));
        assertThat(told.seenBy(check)).containsExactly("one request was accepted and refused");
    }

    @Test
    void findsARequestWithTwoReceipts() {
        Told told = new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"))
                .op(shown(Act.RETRY, 2, CODE, "t1", "k1"), accepted("r2"));
        assertThat(told.seenBy(check)).containsExactly("one request has two receipts");
    }

    @Test
    void findsARefusalOfWhatTheDatabaseAccepted() {
        Told told = new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), said(Said.BROKEN))
                .op(shown(Act.RETRY, 2, CODE, "t1", "k1"), refused("already_used", "r2"))
                .redeemed(CODE, "t1", "k1", "r1");
        assertThat(told.seenBy(check)).hasSize(1);
    }

    @Test
    void isContentWhenAnUnknownOutcomeTurnsOutOneWayOrTheOther() {
        Told told = new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), said(Said.BROKEN))
                .op(shown(Act.RETRY, 2, CODE, "t1", "k1"), accepted("r1"))
                .redeemed(CODE, "t1", "k1", "r1")
                .op(shown(Act.REPLAY, 2, CODE, "t2", "k2"), refused("already_used", "r3"));
        assertThat(told.seenBy(check)).isEmpty();
    }
}
