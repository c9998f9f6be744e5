package mo.farol.chaos.history;

import org.jspecify.annotations.Nullable;

/**
 * A question with its answer.
 *
 * @param invoked when it was sent: monotonic nanoseconds
 * @param answered when its answer was complete; {@link Long#MAX_VALUE} when none came
 */
public record Op(long number, Question question, long invoked, Answer answer, long answered) {
    private static final Answer NONE = Answer.of(Said.BROKEN, "under way");

    static Op of(Line.Invoke invoke, Line.@Nullable Reply reply) {
        return reply == null
                ? new Op(invoke.op(), invoke.question(), invoke.at(), NONE, Long.MAX_VALUE)
                : new Op(invoke.op(), invoke.question(), invoke.at(), reply.answer(), reply.at());
    }

    public Act act() {
        return question.act();
    }

    public Said said() {
        return answer.said();
    }

    public boolean accepted() {
        return question.act().isVerification() && answer.accepted();
    }

    /** @throws IllegalStateException when it is no verification */
    public CodeId code() {
        CodeId code = question.code();
        if (code == null) {
            throw new IllegalStateException("op " + number + " shows no code");
        }
        return code;
    }

    /** Who asks. @throws IllegalStateException when it is no verification */
    public Question.From from() {
        Question.From from = question.from();
        if (from == null) {
            throw new IllegalStateException("op " + number + " comes from no terminal");
        }
        return from;
    }

    /** What makes two verifications one request: the terminal, its key and the body. */
    public Identity identity() {
        return new Identity(from().terminal(), String.valueOf(question.key()), String.valueOf(question.request()));
    }

    /** @param key the Idempotency-Key */
    public record Identity(String terminal, String key, String request) {}
}
