package mo.farol.chaos.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;

/** I5: what was released was asked for and granted; who is not told that a code was accepted gets no field at all. */
final class ReleasedWithinGrant implements Check {
    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Set<String>> granted = new HashMap<>();
        for (Line.Granted line : evidence.history().all(Line.Granted.class)) {
            granted.put(line.institution() + "/" + line.purpose(), Set.copyOf(line.fields()));
        }
        for (Op op : evidence.ops()) {
            if (op.act().isVerification() && !allowed(granted, op).containsAll(op.answer().released().keySet())) {
                findings.violated(Promise.OVER_RELEASES, "released more than may be", op);
            }
        }
    }

    private static Set<String> allowed(Map<String, Set<String>> granted, Op op) {
        if (!op.accepted()) {
            return Set.of();
        }
        Set<String> allowed = new HashSet<>(
                granted.getOrDefault(op.from().institution() + "/" + op.from().purpose(), Set.of()));
        List<String> asked = op.question().asked();
        if (asked != null) {
            allowed.retainAll(asked);
        }
        return allowed;
    }
}
