package mo.farol.chaos.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;

/** I11: fields and receipt belong to the code and the request that they answer. */
final class NoCrossing implements Check {
    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, Line.Owner> owners = evidence.history().index(Line.Owner.class, Line.Owner::key);
        Map<String, Op> receipts = new HashMap<>();
        for (Op op : evidence.ops()) {
            if (op.act().isVerification()) {
                fields(owners, op, findings);
                receipt(evidence, receipts, op, findings);
            }
        }
    }

    private static void fields(Map<String, Line.Owner> owners, Op op, Findings findings) {
        Line.Owner owner = owners.get(op.code().key());
        op.answer().released().forEach((field, hash) -> {
            String expected =
                    owner == null ? null : owner.fields().get(op.from().institution() + "/" + field);
            if (expected != null && !expected.equals(hash)) {
                findings.violated(
                        Promise.CROSSED_ANSWERS, "released another value of " + field + " than its owner's", op);
            }
        });
    }

    private static void receipt(Evidence evidence, Map<String, Op> receipts, Op op, Findings findings) {
        String receipt = op.answer().receipt();
        if (receipt == null) {
            return;
        }
        Op first = receipts.putIfAbsent(receipt, op);
        if (first != null
                && !(first.identity().equals(op.identity()) && first.code().equals(op.code()))) {
            findings.violated(Promise.CROSSED_ANSWERS, "two requests got one receipt", first, op);
        }
        Optional<Line.Recorded> record = evidence.record(receipt);
        if (record.isPresent() && !isAbout(record.get(), op)) {
            findings.violated(Promise.CROSSED_ANSWERS, "the receipt is of another request", op);
        }
    }

    private static boolean isAbout(Line.Recorded record, Op op) {
        return record.terminal().equals(op.from().terminal())
                && record.request().equals(op.question().request())
                && (record.key() == null || record.key().equals(op.code().key()));
    }
}
