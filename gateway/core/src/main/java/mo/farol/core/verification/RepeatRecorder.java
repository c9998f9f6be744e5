package mo.farol.core.verification;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import mo.farol.core.accesslog.AccessLog;
import org.jspecify.annotations.Nullable;

/**
 * Records the refused tries that were answered from memory. Call {@link #recordDue} every few seconds, so that each is
 * on record within 60 s, and {@link #recordAll} at shutdown.
 */
public final class RepeatRecorder {
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final ProvenRefusals proven;
    private final AccessLog log;
    private final Queue<Repeats> waiting = new ArrayDeque<>();
    private @Nullable Future<Void> running;

    RepeatRecorder(ProvenRefusals proven, AccessLog log) {
        this.proven = proven;
        this.log = log;
    }

    /** Records the counts that have waited for 30 s. Fails when the log is down; what was not recorded is kept. */
    public Future<Void> recordDue() {
        return record(WAIT);
    }

    /** Records every count, after those that are being recorded. */
    public synchronized Future<Void> recordAll() {
        return running == null ? record(Duration.ZERO) : running.transform(before -> record(Duration.ZERO));
    }

    private synchronized Future<Void> record(Duration atLeast) {
        if (running != null) {
            return running;
        }
        // What a failure left behind goes first, so that a log that is down holds no more than the table does.
        if (waiting.isEmpty() || atLeast.isZero()) {
            waiting.addAll(proven.takeCounts(atLeast));
        }
        Future<Void> recording = recordNext();
        running = recording.isComplete() ? null : recording;
        return recording.onComplete(result -> over());
    }

    private synchronized void over() {
        running = null;
    }

    private synchronized Future<Void> recordNext() {
        Repeats next = waiting.peek();
        if (next == null) {
            return Future.succeededFuture();
        }
        return log.recordRepeats(next.bindingKeyId(), next.refusal(), next.last(), next.tries())
                .compose(entry -> {
                    recorded(next);
                    return recordNext();
                });
    }

    private synchronized void recorded(Repeats repeats) {
        waiting.remove(repeats);
    }
}
