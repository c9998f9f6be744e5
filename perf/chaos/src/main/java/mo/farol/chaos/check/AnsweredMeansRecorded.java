package mo.farol.chaos.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;

/**
 * I3: what was answered is on record, and every acceptance has one redemption and one record. A refusal without a
 * receipt is good only from the fourth refused try of one text at one terminal.
 */
final class AnsweredMeansRecorded implements Check {
    private static final int REFUSED = 3;
    private static final int RECORDED_TRIES = 3;

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<Text, Integer> refusals = refusals(evidence);
        for (Op op : evidence.ops()) {
            if (op.act().isVerification()) {
                switch (op.said()) {
                    case ACCEPTED ->
                        missingAcceptance(evidence, op).ifPresent(why -> tell(evidence, findings, why, op));
                    case REFUSED ->
                        missingRefusal(evidence, refusals, op).ifPresent(why -> tell(evidence, findings, why, op));
                    case DONE, TURNED_AWAY, UNAVAILABLE, BROKEN -> {}
                }
            }
        }
        bothWays(evidence, findings);
    }

    private static void tell(Evidence evidence, Findings findings, String why, Op op) {
        if (evidence.isLost(op)) {
            findings.excused();
        } else {
            findings.violated(Promise.UNLOGGED_ANSWERS, why, op);
        }
    }

    private static Optional<String> missingAcceptance(Evidence evidence, Op op) {
        String receipt = op.answer().receipt();
        if (receipt == null) {
            return Optional.of("accepted without a receipt");
        }
        Optional<Line.Recorded> record = evidence.record(receipt);
        if (record.isEmpty() || record.get().outcome() == REFUSED) {
            return Optional.of("accepted without a record of an acceptance");
        }
        boolean redeemed = evidence.redemptions(op.code()).stream()
                .anyMatch(one -> one.attempt().equals(receipt));
        return redeemed ? Optional.empty() : Optional.of("accepted without a redemption");
    }

    private static Optional<String> missingRefusal(Evidence evidence, Map<Text, Integer> refusals, Op op) {
        String receipt = op.answer().receipt();
        if (receipt != null) {
            return evidence.record(receipt)
                            .filter(one -> one.outcome() == REFUSED)
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of("refused without a record of it");
        }
        if ("not_recognised".equals(op.answer().why())) {
            return Optional.empty();
        }
        Text text = new Text(op.from().terminal(), String.valueOf(op.question().request()));
        // A restore may have taken away the three that this gateway remembers.
        return refusals.getOrDefault(text, 0) >= RECORDED_TRIES || evidence.wasRewound()
                ? Optional.empty()
                : Optional.of("refused without a receipt, and it is not the fourth try");
    }

    private static Map<Text, Integer> refusals(Evidence evidence) {
        Map<Text, Integer> count = new HashMap<>();
        for (Line.Recorded record : evidence.records()) {
            if (record.outcome() == REFUSED) {
                count.merge(new Text(record.terminal(), record.request()), 1, Integer::sum);
            }
        }
        return count;
    }

    private static void bothWays(Evidence evidence, Findings findings) {
        Map<String, Line.Redeemed> byAttempt = evidence.history().index(Line.Redeemed.class, Line.Redeemed::attempt);
        for (Line.Redeemed one : byAttempt.values()) {
            if (!one.voided() && !isOld(evidence, one) && !isAcceptance(evidence, one.attempt())) {
                findings.violated(
                        Promise.UNLOGGED_ANSWERS, "redemption " + one.attempt() + " has no record of an acceptance");
            }
        }
        for (Line.Recorded record : evidence.records()) {
            Line.Redeemed redeemed = byAttempt.get(record.attempt());
            if (record.outcome() != REFUSED && (redeemed == null || redeemed.voided())) {
                findings.violated(Promise.UNLOGGED_ANSWERS, "record " + record.attempt() + " has no redemption");
            }
        }
    }

    private static boolean isAcceptance(Evidence evidence, String attempt) {
        return evidence.record(attempt)
                .filter(record -> record.outcome() != REFUSED)
                .isPresent();
    }

    /** Redemptions are listed from further back than records. */
    private static boolean isOld(Evidence evidence, Line.Redeemed one) {
        return one.code().iat() * 1_000_000 < evidence.history().start().databaseMicros();
    }

    private record Text(String terminal, String request) {}
}
