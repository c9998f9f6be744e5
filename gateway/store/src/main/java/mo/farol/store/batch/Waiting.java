package mo.farol.store.batch;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/**
 * A question in a batch, and the caller who waits for its own answer on its own event loop.
 *
 * @param <Q> question
 * @param <A> answer
 */
public final class Waiting<Q, A> {
    private final Q question;
    private final Context caller;
    private final Promise<A> promise = Promise.promise();

    Waiting(Q question, Context caller) {
        this.question = question;
        this.caller = caller;
    }

    public Q question() {
        return question;
    }

    /** Answers; a second answer is ignored. */
    public void answer(A answer) {
        caller.runOnContext(turn -> promise.tryComplete(answer));
    }

    public void fail(Throwable cause) {
        caller.runOnContext(turn -> promise.tryFail(cause));
    }

    Future<A> future() {
        return promise.future();
    }
}
