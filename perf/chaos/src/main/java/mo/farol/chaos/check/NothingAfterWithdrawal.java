package mo.farol.chaos.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mo.farol.chaos.history.CodeId;
import mo.farol.chaos.history.Op;
import mo.farol.chaos.history.Question;

/**
 * I2: what is sent after a withdrawal was acknowledged is not accepted, at any gateway. A retry of what was first sent
 * before may still get its answer, and what is still under way when it is given back may be decided after that.
 */
final class NothingAfterWithdrawal implements Check {
    @Override
    public void look(Evidence evidence, Findings findings) {
        List<Op> accepted = evidence.ops().stream().filter(Op::accepted).toList();
        Map<Request, Long> first = firstSent(evidence.ops());
        for (Withdrawals.Period period : new Withdrawals(evidence.ops()).acknowledged()) {
            for (Op op : accepted) {
                if (concerns(period, op)
                        && first.getOrDefault(Request.of(op), op.invoked()) > period.from()
                        && op.answered() < period.to()) {
                    judge(evidence, findings, period, op);
                }
            }
        }
    }

    private static void judge(Evidence evidence, Findings findings, Withdrawals.Period period, Op op) {
        if (evidence.isLost(period.act())) {
            findings.excused();
        } else {
            findings.violated(
                    Promise.LATE_ACCEPTS,
                    "accepted " + (op.invoked() - period.from()) / 1_000_000 + " ms after "
                            + period.act().act() + " was acknowledged",
                    period.act(),
                    op);
        }
    }

    private static Map<Request, Long> firstSent(List<Op> ops) {
        Map<Request, Long> first = new HashMap<>();
        for (Op op : ops) {
            if (op.act().isVerification()) {
                first.merge(Request.of(op), op.invoked(), Math::min);
            }
        }
        return first;
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
                    RESUME,
                    RESUME_TERMINAL,
                    RESUME_INSTITUTION,
                    GRANT_AGAIN,
                    ASSERTION -> false;
        };
    }

    private record Request(CodeId code, Op.Identity identity) {
        static Request of(Op op) {
            return new Request(op.code(), op.identity());
        }
    }
}
