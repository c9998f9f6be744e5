package mo.farol.demo.job;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import mo.farol.api.verification.SignedReceipt;
import mo.farol.api.verification.VerificationAnswer;
import mo.farol.api.verification.WithheldField;
import mo.farol.phone.terminal.Answer;
import org.jspecify.annotations.Nullable;

/** Reads answers for the acts. */
final class Answers {
    private Answers() {}

    /** The outcome, with its code if it has one: {@code verified}, {@code refused already_used}. */
    static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Answered answered -> {
                VerificationAnswer body = answered.answer();
                yield body.code() == null ? body.outcome() : body.outcome() + " " + body.code();
            }
            case Answer.Failed failed ->
                failed.problem().status() + " " + failed.problem().code();
        };
    }

    static boolean is(Answer answer, String outcome) {
        return outcome(answer).equals(outcome);
    }

    static Map<String, String> released(Answer answer) {
        return answer instanceof Answer.Answered answered ? answered.answer().released() : Map.of();
    }

    static List<WithheldField> withheld(Answer answer) {
        return answer instanceof Answer.Answered answered ? answered.answer().withheld() : List.of();
    }

    static boolean isReplay(Answer answer) {
        return answer instanceof Answer.Answered answered && answered.replayed();
    }

    /** Empty when the answer has no receipt. */
    static String receiptId(Answer answer) {
        return answer instanceof Answer.Answered answered
                        && answered.answer().receipt() instanceof SignedReceipt receipt
                ? receipt.id()
                : "";
    }

    static @Nullable String advice(Answer answer) {
        return answer instanceof Answer.Answered answered ? answered.answer().advice() : null;
    }

    /** Released values for a person to read: the photo by its size only. */
    static void tell(Map<String, String> released, Narrator say) {
        released.forEach((name, value) -> say.note(String.format(
                "%-18s%s", name, name.equals("photo") ? "a picture, " + value.length() * 3 / 4 + " bytes" : value)));
    }

    /** Plays an expectation and the advice that a refusal brings. */
    static void expect(Narrator say, String what, Answer answer, String outcome) {
        say.expect(what + ": " + outcome, is(answer, outcome), outcome(answer));
        String advice = advice(answer);
        if (advice != null) {
            say.note("advice: " + Objects.requireNonNull(advice));
        }
    }
}
