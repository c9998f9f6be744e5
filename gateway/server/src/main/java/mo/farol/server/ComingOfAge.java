package mo.farol.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import mo.farol.core.binding.life.TurningEighteen;
import mo.farol.store.connection.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has minors who come of age told and treated, soon after the start and then every hour. Every gateway does: what one has
 * done, another finds done.
 */
final class ComingOfAge {
    private static final Logger LOG = LoggerFactory.getLogger(ComingOfAge.class);
    private static final long FIRST_AFTER_MILLIS = 10_000;
    private static final long EVERY_MILLIS = 3_600_000;

    private final Vertx vertx;
    private final TurningEighteen turning;
    private Future<?> running = Future.succeededFuture();
    private long timer;

    ComingOfAge(Vertx vertx, TurningEighteen turning) {
        this.vertx = vertx;
        this.turning = turning;
    }

    void start() {
        timer = vertx.setPeriodic(FIRST_AFTER_MILLIS, EVERY_MILLIS, tick -> pass());
    }

    /** A pass that takes longer than an hour is not joined by a second. */
    private synchronized void pass() {
        if (running.isComplete()) {
            running = turning.pass()
                    .onSuccess(treated -> LOG.info("coming of age: {} told or treated", treated))
                    .onFailure(why -> LOG.error(
                            "ALARM a pass over minors who come of age did not end well: {}", Trouble.nameOf(why)));
        }
    }

    /** Returns when a pass that is under way has ended. */
    synchronized Future<Void> stop() {
        vertx.cancelTimer(timer);
        return running.<Void>mapEmpty().otherwiseEmpty();
    }
}
