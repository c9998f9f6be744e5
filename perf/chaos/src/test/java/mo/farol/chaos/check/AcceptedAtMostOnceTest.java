package mo.farol.chaos.check;

import static mo.farol.chaos.check.Told.CODE;
import static mo.farol.chaos.check.Told.accepted;
import static mo.farol.chaos.check.Told.refused;
import static mo.farol.chaos.check.Told.shown;
import static org.assertj.core.api.Assertions.assertThat;

import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Sha256;
import org.junit.jupiter.api.Test;

class AcceptedAtMostOnceTest {
    private final AcceptedAtMostOnce check = new AcceptedAtMostOnce();

    @Test
    void findsACodeThatTwoTerminalsHadAccepted() {
        Told told = new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"))
                .op(shown(Act.REENCODED, 2, CODE, "t2", "k2"), accepted("r2"));
        assertThat(told.seenBy(check)).containsExactly("a code was accepted for 2 requests");
    }

    @Test
    void findsAThiefWhoWasToldTheOwnersAcceptance() {
        Told told = new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"))
                .op(shown(Act.STOLEN_RETRY_KEY, 2, CODE, "t2", "k1"), accepted("r1"));
        assertThat(told.seenBy(check)).hasSize(1);
    }

    @Test
    void findsACodeOfAnEarlierScheduleAcceptedAgainEvenAfterARestore() {
        Told told = new Told()
                .with(new Line.Before(CODE, "t1", "k1", "r1"))
                .with(new Line.Rewound(0, Long.MAX_VALUE / 2))
                .op(shown(Act.REPLAY, 1, CODE, "t2", "k2"), accepted("r2"));
        assertThat(told.seenBy(check)).hasSize(1);
    }

    @Test
    void findsTwoRedemptionsThatNobodyWasToldOf() {
        Told told = new Told()
                .with(new Line.Redeemed(CODE, "r1", "t1", Sha256.hex("k1"), false))
                .with(new Line.Redeemed(CODE, "r2", "t2", Sha256.hex("k2"), false));
        assertThat(told.seenBy(check)).containsExactly("the database holds two acceptances of one code");
    }

    @Test
    void letsAnHonestRetryHaveTheSameAnswer() {
        Told told = new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"))
                .op(shown(Act.RETRY, 2, CODE, "t1", "k1"), accepted("r1"))
                .op(shown(Act.REPLAY, 3, CODE, "t2", "k2"), refused("already_used", "r3"));
        assertThat(told.seenBy(check)).isEmpty();
    }
}
