package mo.farol.chaos.check;

import static mo.farol.chaos.check.Told.CODE;
import static mo.farol.chaos.check.Told.accepted;
import static mo.farol.chaos.check.Told.shown;
import static org.assertj.core.api.Assertions.assertThat;

import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NothingAfterWithdrawalTest {
    private final NothingAfterWithdrawal check = new NothingAfterWithdrawal();

    @ParameterizedTest
    @CsvSource({
        "SUSPEND, 00000000000000aa",
        "UNBIND, 00000000000000aa",
        "BIND, 00000000000000aa",
        "SUSPEND_TERMINAL, t1",
        "SUSPEND_INSTITUTION, bank",
        "WITHDRAW_GRANT, bank/account"
    })
    void findsAnAcceptanceSentAfterTheAcknowledgement(Act act, String subject) {
        Told told = new Told()
                .act(act, subject, Said.DONE)
                .pass(10)
                .op(shown(Act.VERIFY, 2, CODE, "t1", "k1"), accepted("r1"));
        assertThat(told.seenBy(check)).hasSize(1);
    }

    @Test
    void letsPassWhatWasSentBeforeTheAcknowledgement() {
        Told told = new Told()
                .op(shown(Act.VERIFY, 2, CODE, "t1", "k1"), accepted("r1"), 50)
                .act(Act.SUSPEND, CODE.key(), Said.DONE);
        assertThat(told.seenBy(check)).isEmpty();
    }

    @Test
    void letsARetryOfAnEarlierRequestHaveItsAnswer() {
        Told told = new Told()
                .op(shown(Act.VERIFY, 2, CODE, "t1", "k1"), Told.said(Said.BROKEN))
                .pass(10)
                .act(Act.UNBIND, CODE.key(), Said.DONE)
                .pass(10)
                .op(shown(Act.RETRY, 1, CODE, "t1", "k1"), accepted("r1"));
        assertThat(told.seenBy(check)).isEmpty();
    }

    @Test
    void letsPassWhatCameAfterTheResumption() {
        Told told = new Told()
                .act(Act.SUSPEND, CODE.key(), Said.DONE)
                .pass(10)
                .act(Act.RESUME, CODE.key(), Said.DONE)
                .pass(10)
                .op(shown(Act.VERIFY, 2, CODE, "t1", "k1"), accepted("r1"));
        assertThat(told.seenBy(check)).isEmpty();
    }

    @Test
    void letsPassWhatWasUnderWayWhenTheResumptionBegan() {
        Told told = new Told()
                .act(Act.SUSPEND, CODE.key(), Said.DONE)
                .pass(10)
                .op(shown(Act.VERIFY, 2, CODE, "t1", "k1"), accepted("r1"), 50)
                .act(Act.RESUME, CODE.key(), Said.DONE);
        assertThat(told.seenBy(check)).isEmpty();
    }

    @Test
    void doesNotCountASuspensionThatALostResumptionMayUndo() {
        Told told = new Told()
                .act(Act.RESUME, CODE.key(), Said.BROKEN)
                .act(Act.SUSPEND, CODE.key(), Said.DONE)
                .pass(10)
                .op(shown(Act.VERIFY, 2, CODE, "t1", "k1"), accepted("r1"));
        assertThat(told.seenBy(check)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SUSPEND_TERMINAL, t1", "SUSPEND_INSTITUTION, bank", "WITHDRAW_GRANT, bank/account"})
    void excusesAndCountsWhatARestoreLeavesAsItFindsIt(Act act, String subject) {
        Told told = restored(act, subject);
        assertThat(told.findings(check).violations()).isEmpty();
        assertThat(told.findings(check).excusedByRestore()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            names = {"SUSPEND", "UNBIND", "BIND"})
    void findsAnAcceptanceForABindingWhoseEndARestoreTookAway(Act act) {
        assertThat(restored(act, CODE.key()).seenBy(check)).hasSize(1);
    }

    private static Told restored(Act act, String subject) {
        return new Told()
                .act(act, subject, Said.DONE)
                .pass(10)
                .op(shown(Act.VERIFY, 2, CODE, "t1", "k1"), accepted("r1"))
                .with(new Line.Rewound(900_000_000L, 1_100_000_000L));
    }

    @Test
    void findsAnAcceptanceForABindingThatEndedInAnEarlierSchedule() {
        Told told = new Told()
                .with(new Line.Ended(CODE.key(), 900_000_000L))
                .op(shown(Act.VERIFY, 2, CODE, "t1", "k1"), accepted("r1"));
        assertThat(told.seenBy(check)).hasSize(1);
    }
}
