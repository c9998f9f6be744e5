package mo.farol.server.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mo.farol.api.problem.ProblemCode;
import mo.farol.server.config.LimitsConfig;

/**
 * The requests that one event loop is working on. It takes no more than it can, cuts a body that does not arrive in time
 * with 408, and closes the connection of a caller that does not take its answer in time: absolute deadlines, which no
 * dripping prolongs.
 */
public final class OpenExchanges implements Handler<RoutingContext> {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final LimitsConfig limits;
    private final EventLoopLag lag = new EventLoopLag(System::nanoTime);
    private final Set<Exchange> open = new HashSet<>();

    private OpenExchanges(LimitsConfig limits) {
        this.limits = limits;
    }

    /** For the event loop that calls this. */
    static OpenExchanges on(Vertx vertx, LimitsConfig limits) {
        OpenExchanges exchanges = new OpenExchanges(limits);
        vertx.setPeriodic(EventLoopLag.PERIOD_MILLIS, tick -> exchanges.tick());
        return exchanges;
    }

    @Override
    public void handle(RoutingContext ctx) {
        if (open.size() >= limits.inFlightPerEventLoop() || lag.millis() > limits.lagMillis()) {
            ctx.fail(new RequestRefused(ProblemCode.OVERLOADED, COME_BACK));
            return;
        }
        Exchange exchange = new Exchange(ctx, System.nanoTime());
        open.add(exchange);
        ctx.addEndHandler(ended -> open.remove(exchange));
        ctx.next();
    }

    /** How many requests are being worked on. */
    int size() {
        return open.size();
    }

    /** The event loop's lag in milliseconds. */
    long lagMillis() {
        return lag.millis();
    }

    private void tick() {
        lag.tick();
        long now = System.nanoTime();
        for (Exchange exchange : List.copyOf(open)) {
            exchange.cutWhenLate(now);
        }
    }

    private final class Exchange {
        private final RoutingContext ctx;
        private final long started;

        private Exchange(RoutingContext ctx, long started) {
            this.ctx = ctx;
            this.started = started;
        }

        private void cutWhenLate(long now) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(now - started);
            if (seconds >= limits.bodySeconds() + limits.answerSeconds()) {
                open.remove(this);
                ctx.request().connection().close();
            } else if (seconds >= limits.bodySeconds()
                    && !ctx.request().isEnded()
                    && !ctx.response().ended()) {
                ctx.fail(new RequestRefused(ProblemCode.REQUEST_TIMEOUT));
            }
        }
    }
}
