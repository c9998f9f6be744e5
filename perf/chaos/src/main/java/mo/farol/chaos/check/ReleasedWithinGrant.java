package mo.farol.chaos.check;

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
        Map<String, Line.Granted> granted =
                evidence.history().index(Line.Granted.class, line -> line.institution() + "/" + line.purpose());
        for (Op op : evidence.ops()) {
            if (op.act().isVerification()
                    && !allowed(granted, op).containsAll(op.answer().released().keySet())) {
                findings.violated(Promise.OVER_RELEASES, "released more than may be", op);
            }
        }
    }

    private static Set<String> allowed(Map<String, Line.Granted> granted, Op op) {
        Line.Granted grant =
                granted.get(op.from().institution() + "/" + op.from().purpose());
        if (!op.accepted() || grant == null) {
            return Set.of();
        }
        Set<String> allowed = new HashSet<>(grant.fields());
        List<String> asked = op.question().asked();
        if (asked != null) {
            allowed.removeIf(field -> !asked.contains(field) && !grant.always().contains(field));
        }
        return allowed;
    }
}
