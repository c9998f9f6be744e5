package mo.farol.chaos.check;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;
import mo.farol.chaos.history.Said;

/**
 * I7, what first successes do not show: five seconds after all was well no gateway lets any code wait in vain, be it one
 * that it will refuse. A few are forgiven, because everything shares two cores.
 */
final class AnsweredWhenWell implements Check {
    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final String IN_VAIN = "HttpTimeoutException";
    private static final int FORGIVEN = 4;

    @Override
    public void look(Evidence evidence, Findings findings) {
        long well = evidence.history().all(Line.FaultMark.class).stream()
                .filter(mark -> mark.step().equals("healthy"))
                .mapToLong(Line.FaultMark::at)
                .max()
                .orElse(Long.MAX_VALUE - PROMISED.toNanos());
        Map<Integer, List<Op>> byNode = evidence.ops().stream()
                .filter(op -> op.act().isVerification()
                        && op.invoked() > well + PROMISED.toNanos()
                        && op.said() == Said.BROKEN
                        && IN_VAIN.equals(op.answer().why()))
                .collect(Collectors.groupingBy(op -> op.question().node()));
        byNode.forEach((node, ops) -> {
            if (ops.size() > FORGIVEN) {
                findings.violated(
                        Promise.SLOW_RECOVERIES,
                        "all was well, and " + ops.size() + " codes waited in vain at gateway " + node,
                        ops.getFirst());
            }
        });
    }
}
