package mo.farol.chaos.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;
import mo.farol.chaos.history.Said;
import mo.farol.chaos.history.Sha256;

/**
 * I6: all tries of one request that are answered agree with each other and with the database, however the first ended.
 * A refusal for another reason than the code's use may come before an acceptance that was still under way.
 */
final class RetriesAgree implements Check {
    private static final Set<String> FOR_GOOD = Set.of("already_used", "expired");

    @Override
    public void look(Evidence evidence, Findings findings) {
        for (List<Op> shown : evidence.history().byCode().values()) {
            Map<Op.Identity, List<Op>> requests = shown.stream().collect(Collectors.groupingBy(Op::identity));
            requests.values().forEach(tries -> agree(evidence, findings, tries));
        }
    }

    private static void agree(Evidence evidence, Findings findings, List<Op> tries) {
        List<Op> accepted = tries.stream().filter(Op::accepted).toList();
        Optional<Op> refused = tries.stream()
                .filter(op -> op.said() == Said.REFUSED
                        && FOR_GOOD.contains(String.valueOf(op.answer().why())))
                .findFirst();
        if (accepted.stream().map(op -> op.answer().receipt()).distinct().count() > 1) {
            findings.violated(Promise.DISAGREEING_RETRIES, "one request has two receipts", accepted.toArray(Op[]::new));
        }
        if (refused.isPresent()) {
            against(evidence, findings, accepted, refused.get());
        }
    }

    private static void against(Evidence evidence, Findings findings, List<Op> accepted, Op refused) {
        if (accepted.stream().anyMatch(op -> evidence.isLost(op)) || evidence.isLost(refused)) {
            // The lost acceptance is dead, and says so by its floor.
            findings.excused();
        } else if (!accepted.isEmpty()) {
            findings.violated(
                    Promise.DISAGREEING_RETRIES, "one request was accepted and refused", accepted.getFirst(), refused);
        } else if (evidence.redemptions(refused.code()).stream().anyMatch(row -> isOf(row, refused))) {
            findings.violated(
                    Promise.DISAGREEING_RETRIES,
                    "a request was refused, and the database holds its acceptance",
                    refused);
        }
    }

    private static boolean isOf(Line.Redeemed row, Op op) {
        return row.terminal().equals(op.from().terminal())
                && row.keyHash().equals(Sha256.hex(String.valueOf(op.question().key())));
    }
}
