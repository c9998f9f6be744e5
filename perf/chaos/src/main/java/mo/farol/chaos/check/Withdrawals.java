package mo.farol.chaos.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mo.farol.chaos.history.Op;
import mo.farol.chaos.history.Said;

/** When what was withdrawn: from acknowledgement to the first attempt at giving it back. */
final class Withdrawals {
    private final List<Op> acts;

    Withdrawals(List<Op> ops) {
        this.acts = ops.stream()
                .filter(op -> op.act().isWithdrawal() || op.act().isReturn())
                .toList();
    }

    /**
     * @param from nanoseconds: the acknowledgement
     * @param to nanoseconds: when somebody began to give it back; {@link Long#MAX_VALUE}: never
     */
    record Period(Op act, String subject, long from, long to) {}

    /** Only those of which it is sure that they stood. */
    List<Period> acknowledged() {
        List<Period> periods = new ArrayList<>();
        for (Op op : acts) {
            if (op.act().isWithdrawal() && op.said() == Said.DONE && !mayBeUndoneLate(op)) {
                periods.add(new Period(op, String.valueOf(op.question().subject()), op.answered(), returns(op)));
            }
        }
        return periods;
    }

    private long returns(Op withdrawal) {
        return acts.stream()
                .filter(op -> op.act().isReturn() && about(op, withdrawal) && op.answered() > withdrawal.invoked())
                .mapToLong(Op::invoked)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** An earlier return without an answer may still be under way somewhere, unless asked again under its key. */
    private boolean mayBeUndoneLate(Op withdrawal) {
        return acts.stream()
                .anyMatch(op -> op.act().isReturn()
                        && about(op, withdrawal)
                        && op.invoked() < withdrawal.invoked()
                        && (op.said() == Said.BROKEN || op.said() == Said.UNAVAILABLE)
                        && !isSettled(op));
    }

    private boolean isSettled(Op open) {
        String key = open.question().key();
        return key != null
                && acts.stream().anyMatch(op -> key.equals(op.question().key()) && op.said() == Said.DONE);
    }

    private static boolean about(Op one, Op other) {
        return Objects.equals(one.question().subject(), other.question().subject());
    }
}
