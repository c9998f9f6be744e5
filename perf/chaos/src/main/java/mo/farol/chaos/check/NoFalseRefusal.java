package mo.farol.chaos.check;

import java.util.List;
import java.util.Optional;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;
import mo.farol.chaos.history.Said;

/**
 * I13: a fresh, first-shown code of an active binding is not refused by a healthy system; and at any time a code that is
 * called used was accepted. That it was refused where it does not belong uses nothing up.
 */
final class NoFalseRefusal implements Check {
    @Override
    public void look(Evidence evidence, Findings findings) {
        HealthyTimes healthy = new HealthyTimes(evidence.history().all(Line.FaultMark.class));
        List<Op> changes = evidence.ops().stream()
                .filter(op -> op.act().isWithdrawal() || op.act().isReturn())
                .toList();
        for (List<Op> shown : evidence.history().byCode().values()) {
            firstInPlace(shown)
                    .filter(first -> healthy.contains(first)
                            && !evidence.hasEnded(first.code().key())
                            && !mayBeInactive(changes, first)
                            && !isContended(evidence, first))
                    .ifPresent(first -> findings.violated(
                            Promise.FALSE_REFUSALS,
                            "a fresh code was refused: " + first.answer().why(),
                            first));
            shown.stream().filter(NoFalseRefusal::isCalledUsed).forEach(op -> used(evidence, findings, shown, op));
        }
    }

    /** Where it was first shown that may accept it, if it was refused there. */
    private static Optional<Op> firstInPlace(List<Op> shown) {
        List<Op> inPlace =
                shown.stream().filter(op -> op.act() != Act.ELSEWHERE).toList();
        return inPlace.isEmpty() || !isRefusedFresh(inPlace.getFirst(), inPlace)
                ? Optional.empty()
                : Optional.of(inPlace.getFirst());
    }

    /** Whether another code answered the same challenge. */
    private static boolean isContended(Evidence evidence, Op op) {
        String challenge = op.question().subject();
        return challenge != null
                && evidence.ops().stream()
                        .anyMatch(other -> challenge.equals(other.question().subject())
                                && other.act().isVerification()
                                && !other.code().equals(op.code()));
    }

    /** Nobody else showed it before the answer. */
    private static boolean isRefusedFresh(Op first, List<Op> shown) {
        return first.act() == Act.VERIFY
                && first.said() == Said.REFUSED
                && (shown.size() == 1 || shown.get(1).invoked() >= first.answered());
    }

    /** The last change of this binding before the answer, unless it is a resumption that was done before the question. */
    private static boolean mayBeInactive(List<Op> changes, Op op) {
        Optional<Op> last = changes.stream()
                .filter(change ->
                        op.code().key().equals(change.question().subject()) && change.invoked() < op.answered())
                .reduce((earlier, later) -> later);
        return last.filter(change ->
                        !(change.act() == Act.RESUME && change.said() == Said.DONE && change.answered() < op.invoked()))
                .isPresent();
    }

    private static boolean isCalledUsed(Op op) {
        return op.said() == Said.REFUSED && "already_used".equals(op.answer().why());
    }

    private static void used(Evidence evidence, Findings findings, List<Op> shown, Op op) {
        boolean accepted = evidence.before(op.code()).isPresent()
                || !evidence.redemptions(op.code()).isEmpty()
                || shown.stream().anyMatch(Op::accepted);
        if (accepted) {
            return;
        }
        if (evidence.isLost(op)) {
            findings.excused();
        } else {
            findings.violated(Promise.FALSE_REFUSALS, "called used, and no acceptance is on record", op);
        }
    }
}
