package mo.farol.phone.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.WireJson;
import mo.farol.api.problem.Problem;

/**
 * What a gateway said to a request.
 *
 * @param <T> the body that was asked for
 */
public sealed interface ApiAnswer<T> {
    /**
     * It was done, or here it is. The value may be personal, so it never prints.
     *
     * @param replayed the same request was answered before, and this is that answer
     */
    record Given<T>(T value, boolean replayed) implements ApiAnswer<T> {
        @Override
        public String toString() {
            return "Given[replayed=" + replayed + "]";
        }
    }

    /**
     * It was not.
     *
     * @param body the whole problem, members of its own kind included
     * @param stepUp the stronger sign-in with which it may be done
     */
    record Refused<T>(Problem problem, JsonNode body, Optional<StepUp> stepUp) implements ApiAnswer<T> {
        @Override
        public String toString() {
            return "Refused[" + problem.status() + " " + problem.code() + "]";
        }
    }

    /** The value, if it was done. */
    default Optional<T> given() {
        return this instanceof Given<T>(T value, boolean ignored) ? Optional.of(value) : Optional.empty();
    }

    /** Empty when it was done; else the problem's code. */
    default Optional<String> refusal() {
        return this instanceof Refused<T> refused
                ? Optional.of(refused.problem().code())
                : Optional.empty();
    }

    /**
     * The value.
     *
     * @throws NotDone when it was refused; the message names status and code
     */
    default T orFail(String what) throws NotDone {
        return switch (this) {
            case Given<T> given -> given.value();
            case Refused<T> refused ->
                throw new NotDone(
                        what, refused.problem().status(), refused.problem().code());
        };
    }

    /** Goes on with the value; a refusal stays what it is. */
    default <R> ApiAnswer<R> then(Step<T, R> step) throws IOException, InterruptedException {
        return switch (this) {
            case Given<T> given -> step.after(given.value());
            case Refused<T> refused -> new Refused<>(refused.problem(), refused.body(), refused.stepUp());
        };
    }

    /** The same answer about another value. */
    default <R> ApiAnswer<R> map(Function<T, R> to) {
        return switch (this) {
            case Given<T> given -> new Given<>(to.apply(given.value()), given.replayed());
            case Refused<T> refused -> new Refused<>(refused.problem(), refused.body(), refused.stepUp());
        };
    }

    /** For callers that cannot go on without it. */
    final class NotDone extends IOException {
        private static final long serialVersionUID = 1L;

        private final String code;

        NotDone(String what, int status, String code) {
            super(what + " was refused: " + status + " " + code);
            this.code = code;
        }

        /** The problem's code. */
        public String code() {
            return code;
        }
    }

    /** What follows. */
    interface Step<T, R> {
        ApiAnswer<R> after(T value) throws IOException, InterruptedException;
    }

    /** @throws IOException when the body is neither this type nor a problem */
    static <T> ApiAnswer<T> of(Reply reply, Class<T> type) throws IOException {
        try {
            if (reply.status() >= 200 && reply.status() < 300) {
                return new Given<>(WireJson.read(reply.body(), type), isReplay(reply));
            }
            if (reply.status() >= 400) {
                return new Refused<>(WireJson.read(reply.body(), Problem.class), reply.json(), StepUp.in(reply));
            }
        } catch (InvalidJson e) {
            throw new IOException("not an answer of a gateway, status " + reply.status(), e);
        }
        throw new IOException("not an answer of a gateway, status " + reply.status());
    }

    private static boolean isReplay(Reply reply) {
        return reply.headers()
                .firstValue("Idempotent-Replayed")
                .filter("true"::equals)
                .isPresent();
    }
}
