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
 * The requests that one event loop has. It works on no more than it can; those whose body is still on its way cost it
 * nothing but their bytes, and are bounded apart. A body that does not arrive in time is cut with 408, and the connection
 * of a caller that does not take its answer in time is closed: absolute deadlines, which no dripping prolongs.
 */
public final class OpenExchanges implements Handler<RoutingContext> {
    private static final Duration COME_BACK = Duration.ofSeconds(1);
    private static final String KEY = OpenExchanges.class.getName();

    private final LimitsConfig limits;
    private final EventLoopLag lag = new EventLoopLag(System::nanoTime);
    private final Admission admission;
    private final Set<Exchange> open = new HashSet<>();

    private OpenExchanges(LimitsConfig limits) {
        this.limits = limits;
        this.admission = new Admission(limits.inFlightPerEventLoop(), limits.lagMillis(), lag);
    }

    /** For the event loop that calls this. */
    static OpenExchanges on(Vertx vertx, LimitsConfig limits) {
        OpenExchanges exchanges = new OpenExchanges(limits);
        vertx.setPeriodic(EventLoopLag.PERIOD_MILLIS, tick -> exchanges.tick());
        return exchanges;
    }

    @Override
    public void handle(RoutingContext ctx) {
        if (open.size() >= 2 * limits.inFlightPerEventLoop()) {
            ctx.fail(new RequestRefused(ProblemCode.OVERLOADED, COME_BACK));
            return;
        }
        Exchange exchange = new Exchange(ctx, System.nanoTime());
        open.add(exchange);
        ctx.addEndHandler(ended -> open.remove(exchange));
        ctx.next();
    }

    /** To be mounted behind what reads bodies: only now is there something to do. */
    void work(RoutingContext ctx) {
        if (admission.isFull()) {
            ctx.fail(new RequestRefused(ProblemCode.OVERLOADED, COME_BACK));
            return;
        }
        long begun = System.nanoTime();
        admission.begun();
        ctx.addEndHandler(ended -> {
            admission.ended();
            if (ctx.get(KEY) != null) {
                admission.decidedAfter(System.nanoTime() - begun);
            }
        });
        ctx.next();
    }

    /** Says that the database decided this request: the time that it took tells how much the gateway can bear. */
    public static void decided(RoutingContext ctx) {
        ctx.put(KEY, Boolean.TRUE);
    }

    /** Whether the next request has to be turned away; whoever asks does as it says. */
    boolean isFull() {
        return admission.isFull();
    }

    /** How many requests are being worked on. */
    int size() {
        return admission.working();
    }

    /** The event loop's lag in milliseconds. */
    long lagMillis() {
        return lag.millis();
    }

    private void tick() {
        lag.tick();
        admission.tick();
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
