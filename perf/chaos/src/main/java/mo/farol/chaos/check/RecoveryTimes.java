package mo.farol.chaos.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;

/**
 * I7, the samples: from the moment when nothing was amiss any more (the last fault healed, PostgreSQL accepting
 * connections) to the first accepted fresh code at each gateway. Not taken for a gateway that was itself started again,
 * nor after an operator raised the code floor, which refuses every code for a while on purpose. Whether they are good is
 * judged over a whole run, by {@link RecoveryLimit}.
 */
final class RecoveryTimes implements Check {
    private static final Set<String> RAISES_THE_FLOOR = Set.of("failover", "point-in-time-restore");
    private static final Set<String> STARTS_GATEWAYS =
            Set.of("kill-gateway", "clock-offset", "full-restart", "rolling-restart");
    private static final Set<String> ENDS = Set.of("heals", "postgres_up");

    @Override
    public void look(Evidence evidence, Findings findings) {
        List<Line.FaultMark> marks = evidence.history().all(Line.FaultMark.class);
        if (marks.stream().anyMatch(mark -> RAISES_THE_FLOOR.contains(mark.fault()))) {
            return;
        }
        Optional<Long> quiet = marks.stream()
                .filter(mark -> ENDS.contains(mark.step()))
                .map(Line.FaultMark::at)
                .max(Long::compare);
        if (quiet.isPresent()) {
            nodes(evidence.ops())
                    .filter(node -> !wasStarted(marks, node))
                    .forEach(node -> sample(evidence.ops(), node, quiet.get(), findings));
        }
    }

    private static Stream<Integer> nodes(List<Op> ops) {
        return ops.stream()
                .map(op -> op.question().node())
                .filter(node -> node > 0)
                .distinct();
    }

    private static boolean wasStarted(List<Line.FaultMark> marks, int node) {
        return marks.stream()
                .anyMatch(mark -> STARTS_GATEWAYS.contains(mark.fault())
                        && (mark.nodes().isEmpty() || mark.nodes().contains(node)));
    }

    private static void sample(List<Op> ops, int node, long quiet, Findings findings) {
        long success = ops.stream()
                .filter(op -> op.act() == Act.VERIFY
                        && op.question().node() == node
                        && op.accepted()
                        && op.answered() >= quiet)
                .mapToLong(Op::answered)
                .min()
                .orElse(ops.getLast().invoked());
        findings.recovered(Duration.ofNanos(Math.max(0, success - quiet)));
    }
}
