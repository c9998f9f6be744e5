package mo.farol.chaos.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Op;
import mo.farol.chaos.history.Said;

/** I1 for everything else that may be used once: a client assertion gives one access token. */
final class AssertionAtMostOnce implements Check {
    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, List<Op>> granted = evidence.ops().stream()
                .filter(op -> op.act() == Act.ASSERTION && op.said() == Said.DONE)
                .collect(
                        Collectors.groupingBy(op -> String.valueOf(op.question().subject())));
        granted.forEach((jti, ops) -> {
            if (ops.size() > 1) {
                findings.violated(
                        Promise.DOUBLE_ACCEPTS,
                        "a client assertion gave " + ops.size() + " access tokens",
                        ops.toArray(Op[]::new));
            }
        });
    }
}
