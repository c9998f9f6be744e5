package mo.farol.store.batch;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Puts what waits into one batch. One batch is under way at a time, and the next leaves when it returns: without load
 * nothing waits for a timer, and under load the batches grow.
 *
 * @param <Q> question
 * @param <A> answer
 */
public final class GroupCommit<Q, A> {
    /** Rows in one batch at most. */
    public static final int MOST_ROWS = 256;

    private static final int MOST_BYTES = 1 << 20;

    private final Vertx vertx;
    private final Context lane;
    private final int mostWaiting;
    private final ToIntFunction<Q> size;
    private final Function<List<Waiting<Q, A>>, Future<Void>> send;
    private final ArrayDeque<Waiting<Q, A>> queue = new ArrayDeque<>();
    private boolean underWay;

    /**
     * @param lane the context that sends
     * @param mostWaiting beyond this a question is refused with {@link Overflow}
     * @param size a question's bytes, roughly
     * @param send answers every question; completes when the next batch may leave
     */
    public GroupCommit(
            Vertx vertx,
            Context lane,
            int mostWaiting,
            ToIntFunction<Q> size,
            Function<List<Waiting<Q, A>>, Future<Void>> send) {
        this.vertx = vertx;
        this.lane = lane;
        this.mostWaiting = mostWaiting;
        this.size = size;
        this.send = send;
    }

    /** From any event loop; the future completes on the caller's. */
    public Future<A> submit(Q question) {
        Waiting<Q, A> waiting = new Waiting<>(question, vertx.getOrCreateContext());
        boolean start;
        synchronized (queue) {
            if (queue.size() >= mostWaiting) {
                return Future.failedFuture(new Overflow());
            }
            queue.add(waiting);
            start = !underWay;
            underWay = true;
        }
        if (start) {
            lane.runOnContext(turn -> next());
        }
        return waiting.future();
    }

    private void next() {
        List<Waiting<Q, A>> batch = take();
        if (!batch.isEmpty()) {
            sent(batch).onComplete(done -> lane.runOnContext(turn -> next()));
        }
    }

    private Future<Void> sent(List<Waiting<Q, A>> batch) {
        try {
            return send.apply(batch).onFailure(cause -> batch.forEach(waiting -> waiting.fail(cause)));
        } catch (RuntimeException bug) {
            batch.forEach(waiting -> waiting.fail(bug));
            return Future.succeededFuture();
        }
    }

    private List<Waiting<Q, A>> take() {
        List<Waiting<Q, A>> batch = new ArrayList<>();
        int bytes = 0;
        synchronized (queue) {
            while (!queue.isEmpty() && batch.size() < MOST_ROWS) {
                bytes += size.applyAsInt(queue.peek().question());
                if (bytes > MOST_BYTES && !batch.isEmpty()) {
                    break;
                }
                batch.add(queue.remove());
            }
            underWay = !batch.isEmpty();
        }
        return batch;
    }

    /** Too much waits: the caller may come back. */
    public static final class Overflow extends Exception {
        private static final long serialVersionUID = 1L;

        Overflow() {
            super("too many requests wait for the database", null, false, false);
        }
    }
}
