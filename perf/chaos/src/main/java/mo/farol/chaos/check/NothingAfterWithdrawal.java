package mo.farol.chaos.check;

import java.util.List;
import mo.farol.chaos.history.Op;
import mo.farol.chaos.history.Question;

/**
 * I2: what is sent after a withdrawal was acknowledged is not accepted, at any gateway. A retry of what was first sent
 * before may still get its answer, and what is still under way when it is given back may be decided after that. A restore
 * suspends every binding, so it excuses nothing that was accepted for one that had ended or rested; it does for terminals,
 * institutions and grants, which it leaves as it finds them.
 */
final class NothingAfterWithdrawal implements Check {
    @Override
    public void look(Evidence evidence, Findings findings) {
        List<Op> accepted = evidence.ops().stream().filter(Op::accepted).toList();
        for (Withdrawals.Period period : new Withdrawals(evidence.ops()).acknowledged()) {
            for (Op op : accepted) {
                if (concerns(period, op) && evidence.firstSent(op) > period.from() && op.answered() < period.to()) {
                    judge(evidence, findings, period, op);
                }
            }
        }
        accepted.stream()
                .filter(op -> evidence.hasEnded(op.code().key()))
                .forEach(op -> findings.violated(
                        Promise.LATE_ACCEPTS, "accepted though its binding had ended in an earlier schedule", op));
    }

    private static void judge(Evidence evidence, Findings findings, Withdrawals.Period period, Op op) {
        Op act = period.act();
        if (evidence.isLost(act) && !act.act().endsOrSuspendsBinding()) {
            findings.excused();
        } else {
            findings.violated(
                    Promise.LATE_ACCEPTS,
                    "accepted " + (op.invoked() - period.from()) / 1_000_000 + " ms after " + act.act()
                            + " was acknowledged",
                    act,
                    op);
        }
    }

    private static boolean concerns(Withdrawals.Period period, Op op) {
        Question.From from = op.from();
        return switch (period.act().act()) {
            case SUSPEND, UNBIND, BIND -> period.subject().equals(op.code().key());
            case SUSPEND_TERMINAL -> period.subject().equals(from.terminal());
            case SUSPEND_INSTITUTION -> period.subject().equals(from.institution());
            case WITHDRAW_GRANT -> period.subject().equals(from.institution() + "/" + from.purpose());
            case VERIFY,
                    REPLAY,
                    REENCODED,
                    RETRY,
                    STOLEN_RETRY_KEY,
                    ELSEWHERE,
                    RESUME,
                    RESUME_TERMINAL,
                    RESUME_INSTITUTION,
                    GRANT_AGAIN,
                    ASSERTION,
                    CHALLENGE -> false;
        };
    }
}
