package mo.farol.chaos.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mo.farol.chaos.history.Act;
import mo.farol.chaos.history.Answer;
import mo.farol.chaos.history.CodeId;
import mo.farol.chaos.history.History;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Question;
import mo.farol.chaos.history.Said;
import mo.farol.chaos.history.Sha256;
import org.jspecify.annotations.Nullable;

/** A history written by hand. One tick of its clock is a millisecond; each op takes one from question to answer. */
final class Told {
    static final CodeId CODE = new CodeId("00000000000000aa", 1_000, "000000010000000000000000");
    static final CodeId LATER_CODE = new CodeId("00000000000000aa", 1_000, "000000020000000000000000");

    private final List<Line> lines = new ArrayList<>();
    private long ops;
    private long millis;

    Told() {
        lines.add(new Line.Start(7, true, List.of(), Map.of(), 0, 1_000_000_000L));
    }

    static Question.From bank(String terminal) {
        return new Question.From(terminal, "bank", "account");
    }

    static Question shown(Act act, int node, CodeId code, String terminal, String key) {
        return new Question(act, node, code, null, bank(terminal), key, "body-" + code.cti(), null);
    }

    /** @param challenge that the code answers */
    static Question answering(Act act, CodeId code, String terminal, String key, String challenge) {
        return new Question(act, 1, code, challenge, bank(terminal), key, "body-" + code.cti(), null);
    }

    static Answer accepted(String receipt) {
        return new Answer(Said.ACCEPTED, null, receipt, Map.of());
    }

    static Answer refused(String why, @Nullable String receipt) {
        return new Answer(Said.REFUSED, why, receipt, Map.of());
    }

    static Answer said(Said said) {
        return Answer.of(said, null);
    }

    Told op(Question question, Answer answer) {
        return op(question, answer, 1);
    }

    /** @param takes milliseconds */
    Told op(Question question, Answer answer, long takes) {
        long op = ++ops;
        lines.add(new Line.Invoke(op, at(), question));
        lines.add(new Line.Reply(op, at() + takes * 1_000_000, answer));
        millis++;
        return this;
    }

    Told act(Act act, String subject, Said said) {
        return op(Question.about(act, 1, subject), said(said));
    }

    Told pass(long more) {
        millis += more;
        return this;
    }

    Told with(Line line) {
        lines.add(line);
        return this;
    }

    Told fault(String step, String kind, Integer... nodes) {
        return with(new Line.FaultMark(at(), step, kind, "", List.of(nodes)));
    }

    /** What the database keeps of an acceptance. */
    Told redeemed(CodeId code, String terminal, String key, String attempt) {
        return with(new Line.Redeemed(code, attempt, terminal, Sha256.hex(key), false))
                .recorded(code, terminal, attempt, 1);
    }

    /** @param outcome 1 verified, 3 refused */
    Told recorded(CodeId code, String terminal, String attempt, int outcome) {
        return with(new Line.Recorded(
                attempt, 1_000_000_000L, outcome, 0, terminal, code.key(), "body-" + code.cti(), List.of(), 1));
    }

    private long at() {
        return millis * 1_000_000;
    }

    /** What one check finds. */
    List<String> seenBy(Check check) {
        return findings(check).violations().stream().map(Violation::what).toList();
    }

    Findings findings(Check check) {
        Findings findings = new Findings();
        check.look(new Evidence(history()), findings);
        return findings;
    }

    History history() {
        return new History(lines);
    }
}
