package mo.farol.phone.terminal;

import java.io.IOException;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.WireJson;
import mo.farol.api.problem.Problem;
import mo.farol.api.verification.VerificationAnswer;
import mo.farol.phone.http.Reply;

/** What came of a verification request. */
public sealed interface Answer {
    /**
     * The question was answered. It may hold personal data, so it never prints.
     *
     * @param replayed an honest retry got the first answer again
     * @param body the body as received, for callers that compare answers
     */
    record Answered(VerificationAnswer answer, boolean replayed, byte[] body) implements Answer {
        @Override
        public String toString() {
            return "Answered[outcome=" + answer.outcome() + ", code=" + answer.code() + "]";
        }
    }

    /** The question could not be answered. */
    record Failed(Problem problem) implements Answer {}

    /** @throws IOException when the body is neither an answer nor a problem */
    static Answer of(Reply reply) throws IOException {
        if (reply.status() != 200 && reply.status() < 400) {
            throw new IOException("not an answer of a gateway, status " + reply.status());
        }
        try {
            return reply.status() == 200
                    ? new Answered(
                            WireJson.read(reply.body(), VerificationAnswer.class),
                            reply.headers()
                                    .firstValue("Idempotent-Replayed")
                                    .filter("true"::equals)
                                    .isPresent(),
                            reply.body())
                    : new Failed(WireJson.read(reply.body(), Problem.class));
        } catch (InvalidJson e) {
            throw new IOException("not an answer of a gateway, status " + reply.status(), e);
        }
    }
}
