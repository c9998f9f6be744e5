package mo.farol.chaos.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.chaos.history.CodeId;
import mo.farol.chaos.history.History;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;

/** A history with what the database held in the end, looked up by name. */
final class Evidence {
    /** How far the two clocks, and an answer's way back, may be apart. */
    private static final long SLACK_MICROS = 1_000_000;

    private final History history;
    private final Map<String, Line.Recorded> records;
    private final Map<String, Line.Held> bindings;
    private final Map<CodeId, Line.Before> before;
    private final Map<CodeId, List<Line.Redeemed>> redemptions = new HashMap<>();
    private final List<Line.Rewound> rewinds;
    private final Map<String, Line.Ended> ended;
    private final Map<Request, Long> firstSent = new HashMap<>();

    Evidence(History history) {
        this.history = history;
        this.records = history.index(Line.Recorded.class, Line.Recorded::attempt);
        this.bindings = history.index(Line.Held.class, Line.Held::key);
        this.before = history.index(Line.Before.class, Line.Before::code);
        this.rewinds = history.all(Line.Rewound.class);
        this.ended = history.index(Line.Ended.class, Line.Ended::key);
        for (Op op : history.ops()) {
            if (op.act().isVerification()) {
                firstSent.merge(Request.of(op), op.invoked(), Math::min);
            }
        }
        for (Line.Redeemed one : history.all(Line.Redeemed.class)) {
            redemptions.computeIfAbsent(one.code(), any -> new ArrayList<>()).add(one);
        }
    }

    History history() {
        return history;
    }

    List<Op> ops() {
        return history.ops();
    }

    /** By a receipt's id. */
    Optional<Line.Recorded> record(String receipt) {
        return Optional.ofNullable(records.get(receipt));
    }

    Iterable<Line.Recorded> records() {
        return records.values();
    }

    /** Of a binding key. */
    Optional<Line.Held> binding(String key) {
        return Optional.ofNullable(bindings.get(key));
    }

    /** An acceptance in an earlier schedule. */
    Optional<Line.Before> before(CodeId code) {
        return Optional.ofNullable(before.get(code));
    }

    /** Rows of the code's key that stand for an acceptance. */
    List<Line.Redeemed> redemptions(CodeId code) {
        return redemptions.getOrDefault(code, List.of()).stream()
                .filter(one -> !one.voided())
                .toList();
    }

    Map<CodeId, List<Line.Redeemed>> redemptions() {
        return redemptions;
    }

    /** When the same code was first sent by the same terminal under the same key. @param op a verification */
    long firstSent(Op op) {
        return firstSent.getOrDefault(Request.of(op), op.invoked());
    }

    /** Whether an earlier schedule was told that the binding of this key ended. */
    boolean hasEnded(String key) {
        return ended.containsKey(key);
    }

    /** Whether a restore may have taken away what this op left in the database. */
    boolean isLost(Op op) {
        long sent = history.databaseMicros(op.invoked());
        long answered = op.answered() == Long.MAX_VALUE ? Long.MAX_VALUE : history.databaseMicros(op.answered());
        return rewinds.stream()
                .anyMatch(
                        gone -> sent <= gone.toMicros() + SLACK_MICROS && answered >= gone.fromMicros() - SLACK_MICROS);
    }

    /** The same of something acknowledged at that moment of the database's clock. */
    boolean isLost(long micros) {
        return rewinds.stream()
                .anyMatch(
                        gone -> micros <= gone.toMicros() + SLACK_MICROS && micros >= gone.fromMicros() - SLACK_MICROS);
    }

    boolean wasRewound() {
        return !rewinds.isEmpty();
    }

    private record Request(CodeId code, Op.Identity identity) {
        static Request of(Op op) {
            return new Request(op.code(), op.identity());
        }
    }
}
