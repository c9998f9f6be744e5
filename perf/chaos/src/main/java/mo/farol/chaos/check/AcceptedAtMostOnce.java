package mo.farol.chaos.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mo.farol.chaos.history.CodeId;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;

/**
 * I1: one code, one acceptance, ever. An honest retry gets the same acceptance again; whoever else is told that a code
 * was accepted was told too much. A restore excuses nothing here: what was accepted before it must not be again.
 */
final class AcceptedAtMostOnce implements Check {
    @Override
    public void look(Evidence evidence, Findings findings) {
        evidence.history().byCode().forEach((code, ops) -> answers(evidence, findings, code, ops));
        evidence.redemptions().forEach((code, rows) -> {
            if (evidence.redemptions(code).size() > 1) {
                findings.violated(Promise.DOUBLE_ACCEPTS, "the database holds two acceptances of one code");
            }
        });
    }

    private static void answers(Evidence evidence, Findings findings, CodeId code, List<Op> ops) {
        Map<Asker, Op> winners = new HashMap<>();
        for (Op op : ops) {
            if (op.accepted()) {
                winners.putIfAbsent(Asker.of(op), op);
            }
        }
        evidence.before(code).ifPresent(before -> earlier(findings, before, winners));
        if (winners.size() > 1) {
            findings.violated(
                    Promise.DOUBLE_ACCEPTS,
                    "a code was accepted for " + winners.size() + " requests",
                    winners.values().toArray(Op[]::new));
        }
    }

    private static void earlier(Findings findings, Line.Before before, Map<Asker, Op> winners) {
        winners.remove(new Asker(before.terminal(), before.key()));
        if (winners.size() == 1) {
            findings.violated(
                    Promise.DOUBLE_ACCEPTS,
                    "a code that was accepted in an earlier schedule was accepted again",
                    winners.values().toArray(Op[]::new));
        }
    }

    private record Asker(String terminal, String key) {
        static Asker of(Op op) {
            return new Asker(op.from().terminal(), String.valueOf(op.question().key()));
        }
    }
}
