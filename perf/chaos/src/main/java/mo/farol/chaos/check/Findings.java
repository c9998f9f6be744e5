package mo.farol.chaos.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mo.farol.chaos.history.Op;

/** What the checks found in one history. */
public final class Findings {
    private final List<Violation> violations = new ArrayList<>();
    private final List<Duration> recoveries = new ArrayList<>();
    private int excused;

    void violated(Promise promise, String what, Op... ops) {
        List<Long> numbers = new ArrayList<>();
        for (Op op : ops) {
            numbers.add(op.number());
        }
        violations.add(new Violation(promise, what, numbers));
    }

    /** Something is missing that a restore took away, and was known to. */
    void excused() {
        excused++;
    }

    void recovered(Duration after) {
        recoveries.add(after);
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    public long count(Promise promise) {
        return violations.stream().filter(one -> one.promise() == promise).count();
    }

    /** From the end of the last fault to the first success, for each node. */
    public List<Duration> recoveries() {
        return List.copyOf(recoveries);
    }

    /** How much is missing that a restore took away. */
    public int excusedByRestore() {
        return excused;
    }
}
