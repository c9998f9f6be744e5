package mo.farol.chaos.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;

/**
 * I2 and I4, of what nobody can know any more: a restore suspends every binding that it finds, so none that was there
 * before it is accepted after it until its resident has resumed it.
 */
final class NothingBeforeResumption implements Check {
    private static final String RESTORE = "point-in-time-restore";

    @Override
    public void look(Evidence evidence, Findings findings) {
        List<Line.FaultMark> marks = evidence.history().all(Line.FaultMark.class).stream()
                .filter(mark -> mark.fault().equals(RESTORE))
                .toList();
        for (Line.FaultMark stands : marks) {
            if (stands.step().equals("stands")) {
                after(evidence, findings, begun(marks, stands), stands.at());
            }
        }
    }

    /** When the restore that stands now began. */
    private static long begun(List<Line.FaultMark> marks, Line.FaultMark stands) {
        return marks.stream()
                .filter(mark -> mark.step().equals("begins") && mark.at() <= stands.at())
                .mapToLong(Line.FaultMark::at)
                .max()
                .orElse(stands.at());
    }

    private static void after(Evidence evidence, Findings findings, long began, long stands) {
        Set<String> there = evidence.ops().stream()
                .filter(op -> op.act().isVerification() && op.invoked() < began)
                .map(op -> op.code().key())
                .collect(Collectors.toSet());
        List<Op> resumptions = evidence.ops().stream()
                .filter(op -> op.act() == Act.RESUME && op.invoked() > began)
                .toList();
        for (Op op : evidence.ops()) {
            if (op.accepted()
                    && evidence.firstSent(op) > stands
                    && there.contains(op.code().key())
                    && resumptions.stream().noneMatch(resumed -> isBefore(resumed, op))) {
                findings.violated(Promise.LATE_ACCEPTS, "accepted after a restore and before it was resumed", op);
            }
        }
    }

    private static boolean isBefore(Op resumed, Op op) {
        return op.code().key().equals(resumed.question().subject()) && resumed.invoked() < op.answered();
    }
}
