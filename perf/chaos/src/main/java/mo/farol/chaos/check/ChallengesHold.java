package mo.farol.chaos.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;
import org.jspecify.annotations.Nullable;

/**
 * A code that answers a challenge is accepted at the terminal and for the purpose that its owner was shown (I14), and one
 * code only answers one challenge (I1).
 */
final class ChallengesHold implements Check {
    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Line.Challenged> shown = evidence.history().index(Line.Challenged.class, Line.Challenged::id);
        Map<String, List<Op>> accepted = new HashMap<>();
        for (Op op : evidence.ops()) {
            String challenge = op.question().subject();
            if (op.accepted() && challenge != null) {
                accepted.computeIfAbsent(challenge, any -> new ArrayList<>()).add(op);
                where(findings, shown.get(challenge), op);
            }
        }
        accepted.values().forEach(ops -> once(findings, ops));
    }

    private static void where(Findings findings, Line.@Nullable Challenged shown, Op op) {
        if (shown != null
                && !(shown.terminal().equals(op.from().terminal())
                        && shown.purpose().equals(op.from().purpose()))) {
            findings.violated(Promise.MISPLACED_ACCEPTS, "accepted elsewhere than where its challenge was shown", op);
        }
    }

    private static void once(Findings findings, List<Op> ops) {
        long codes = ops.stream().map(Op::code).distinct().count();
        if (codes > 1) {
            findings.violated(
                    Promise.DOUBLE_ACCEPTS,
                    "one challenge was answered by " + codes + " codes",
                    ops.toArray(Op[]::new));
        }
    }
}
