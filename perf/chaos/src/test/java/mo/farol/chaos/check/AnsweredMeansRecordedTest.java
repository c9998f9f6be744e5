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

class AnsweredMeansRecordedTest {
    private final AnsweredMeansRecorded check = new AnsweredMeansRecorded();

    @Test
    void findsAnAcceptanceWithoutARecord() {
        Told told = new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"))
                .with(new Line.Redeemed(CODE, "other", "t1", Sha256.hex("k1"), true));
        assertThat(told.seenBy(check)).containsExactly("accepted without a record of an acceptance");
    }

    @Test
    void findsAnAcceptanceWithoutARedemption() {
        Told told = new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"))
                .recorded(CODE, "t1", "r1", 1);
        assertThat(told.seenBy(check)).contains("accepted without a redemption");
    }

    @Test
    void findsARefusalWithoutARecord() {
        Told told = new Told().op(shown(Act.REPLAY, 1, CODE, "t1", "k1"), refused("already_used", "r1"));
        assertThat(told.seenBy(check)).containsExactly("refused without a record of it");
    }

    @Test
    void findsARefusalWithoutAReceiptBeforeTheFourthTry() {
        Told told = new Told()
                .op(shown(Act.REPLAY, 1, CODE, "t1", "k1"), refused("already_used", null))
                .recorded(CODE, "t1", "r1", 3)
                .recorded(CODE, "t1", "r2", 3);
        assertThat(told.seenBy(check)).hasSize(1);
    }

    @Test
    void letsTheFourthTryBeAnsweredFromMemory() {
        Told told = new Told()
                .op(shown(Act.REPLAY, 1, CODE, "t1", "k4"), refused("already_used", null))
                .recorded(CODE, "t1", "r1", 3)
                .recorded(CODE, "t1", "r2", 3)
                .recorded(CODE, "t1", "r3", 3);
        assertThat(told.seenBy(check)).isEmpty();
    }

    @Test
    void findsARedemptionWithoutARecordAndARecordWithoutARedemption() {
        Told told = new Told()
                .with(new Line.Redeemed(CODE, "r1", "t1", Sha256.hex("k1"), false))
                .recorded(CODE, "t1", "r2", 1);
        assertThat(told.seenBy(check)).hasSize(2);
    }

    @Test
    void isContentWithOneOfEach() {
        Told told = new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"))
                .redeemed(CODE, "t1", "k1", "r1")
                .op(shown(Act.REPLAY, 2, CODE, "t2", "k2"), refused("already_used", "r2"))
                .recorded(CODE, "t2", "r2", 3);
        assertThat(told.seenBy(check)).isEmpty();
    }

    @Test
    void excusesOnlyWhatWasAnsweredInTheTimeThatARestoreTookAway() {
        Told within = new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"))
                .with(new Line.Rewound(999_000_000L, 1_001_000_000L));
        assertThat(within.seenBy(check)).isEmpty();
        Told later = new Told()
                .pass(60_000)
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"))
                .with(new Line.Rewound(999_000_000L, 1_001_000_000L));
        assertThat(later.seenBy(check)).hasSize(1);
    }
}
