package mo.farol.chaos.check;

import java.util.Optional;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;

/**
 * I4: an acknowledged unbind, rebind or suspension is still there in the end, and unbinds of earlier schedules are too.
 * One that a restore took away, and that nobody could replay, is counted as excused.
 */
final class ChangesStay implements Check {
    private static final int ACTIVE = 1;
    private static final int SUSPENDED = 2;

    @Override
    public void look(Evidence evidence, Findings findings) {
        for (Withdrawals.Period period : new Withdrawals(evidence.ops()).acknowledged()) {
            if (isGone(evidence, period)) {
                tell(findings, evidence.isLost(period.act()), period.act());
            }
        }
        for (Line.Ended ended : evidence.history().all(Line.Ended.class)) {
            if (status(evidence, ended.key())
                    .filter(status -> status <= SUSPENDED)
                    .isPresent()) {
                tell(findings, evidence.isLost(ended.atMicros()));
            }
        }
    }

    private static void tell(Findings findings, boolean excused, Op... ops) {
        if (excused) {
            findings.excused();
        } else {
            findings.violated(Promise.LOST_UNBINDS, "a binding lives that was ended or suspended", ops);
        }
    }

    private static boolean isGone(Evidence evidence, Withdrawals.Period period) {
        Act act = period.act().act();
        Optional<Integer> status = status(evidence, period.subject());
        return switch (act) {
            case UNBIND, BIND -> status.filter(now -> now <= SUSPENDED).isPresent();
            case SUSPEND ->
                period.to() == Long.MAX_VALUE
                        && status.filter(now -> now == ACTIVE).isPresent();
            case SUSPEND_TERMINAL, SUSPEND_INSTITUTION, WITHDRAW_GRANT -> false;
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

    private static Optional<Integer> status(Evidence evidence, String key) {
        return evidence.binding(key).map(Line.Held::status);
    }
}
