package mo.farol.chaos.check;

import static mo.farol.chaos.check.Told.CODE;
import static mo.farol.chaos.check.Told.LATER_CODE;
import static mo.farol.chaos.check.Told.accepted;
import static mo.farol.chaos.check.Told.shown;
import static org.assertj.core.api.Assertions.assertThat;

import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Said;
import org.junit.jupiter.api.Test;

class NothingBeforeResumptionTest {
    private static final String RESTORE = "point-in-time-restore";
    private final NothingBeforeResumption check = new NothingBeforeResumption();

    @Test
    void findsAnAcceptanceForABindingThatNobodyResumed() {
        assertThat(restored()
                        .op(shown(Act.VERIFY, 2, LATER_CODE, "t1", "k2"), accepted("r2"))
                        .act(Act.RESUME, CODE.key(), Said.DONE)
                        .seenBy(check))
                .hasSize(1);
    }

    @Test
    void letsPassWhatItsResidentResumed() {
        assertThat(restored()
                        .act(Act.RESUME, CODE.key(), Said.DONE)
                        .op(shown(Act.VERIFY, 2, LATER_CODE, "t1", "k2"), accepted("r2"))
                        .seenBy(check))
                .isEmpty();
    }

    @Test
    void doesNotTakeAResumptionFromBeforeTheRestoreForOne() {
        assertThat(new Told()
                        .act(Act.RESUME, CODE.key(), Said.DONE)
                        .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"))
                        .fault("begins", RESTORE)
                        .pass(10)
                        .fault("stands", RESTORE)
                        .pass(1)
                        .op(shown(Act.VERIFY, 2, LATER_CODE, "t1", "k2"), accepted("r2"))
                        .seenBy(check))
                .hasSize(1);
    }

    @Test
    void letsPassRetriesAndPhonesThatWereBoundSince() {
        assertThat(new Told()
                        .fault("begins", RESTORE)
                        .pass(1)
                        .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), Told.said(Said.BROKEN))
                        .fault("stands", RESTORE)
                        .pass(1)
                        .op(shown(Act.RETRY, 2, CODE, "t1", "k1"), accepted("r1"))
                        .op(shown(Act.VERIFY, 2, LATER_CODE, "t1", "k2"), accepted("r2"))
                        .seenBy(check))
                .isEmpty();
    }

    private static Told restored() {
        return new Told()
                .op(shown(Act.VERIFY, 1, CODE, "t1", "k1"), accepted("r1"))
                .fault("begins", RESTORE)
                .pass(10)
                .fault("stands", RESTORE)
                .pass(1);
    }
}
