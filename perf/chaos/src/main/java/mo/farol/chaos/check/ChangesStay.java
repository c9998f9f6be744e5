package mo.farol.chaos.check;

import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;

/**
 * I4: an acknowledged unbind, rebind or suspension is still there in the end, and unbinds of earlier schedules are too.
 * What a restore took away rests at least, because it suspends every binding: an end that became a suspension is counted
 * as excused, and nothing excuses a binding that is active.
 */
final class ChangesStay implements Check {
    private static final int ACTIVE = 1;
    private static final int SUSPENDED = 2;

    @Override
    public void look(Evidence evidence, Findings findings) {
        for (Withdrawals.Period period : new Withdrawals(evidence.ops()).acknowledged()) {
            Op act = period.act();
            if (act.act() == Act.SUSPEND) {
                suspended(evidence, findings, period);
            } else if (act.act().endsOrSuspendsBinding()) {
                ended(findings, status(evidence, period.subject()), evidence.isLost(act), act);
            }
        }
        for (Line.Ended ended : evidence.history().all(Line.Ended.class)) {
            ended(findings, status(evidence, ended.key()), evidence.isLost(ended.atMicros()));
        }
    }

    private static void suspended(Evidence evidence, Findings findings, Withdrawals.Period period) {
        if (period.to() == Long.MAX_VALUE && status(evidence, period.subject()) == ACTIVE) {
            violated(findings, period.act());
        }
    }

    private static void ended(Findings findings, int status, boolean lost, Op... ops) {
        if (status == ACTIVE || status == SUSPENDED && !lost) {
            violated(findings, ops);
        } else if (status == SUSPENDED) {
            findings.excused();
        }
    }

    private static void violated(Findings findings, Op... ops) {
        findings.violated(Promise.LOST_UNBINDS, "a binding lives that was ended or suspended", ops);
    }

    /** 0 when the database does not know of it. */
    private static int status(Evidence evidence, String key) {
        return evidence.binding(key).map(Line.Held::status).orElse(0);
    }
}
