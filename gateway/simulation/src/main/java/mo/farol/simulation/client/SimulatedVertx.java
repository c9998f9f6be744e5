package mo.farol.simulation.client;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import java.util.Objects;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.clock.Process;
import org.jspecify.annotations.Nullable;

/** One event loop on virtual time. */
public final class SimulatedVertx {
    private final Process process;
    private final Context context;
    private long timers;

    public SimulatedVertx(Process process) {
        this.process = process;
        this.context = Proxies.of(Context.class, (self, method, arguments) -> {
            if (!"runOnContext".equals(method)) {
                throw Proxies.unknown("Context." + method);
            }
            process.post(0, () -> SimulatedVertx.<Void>handler(arguments[0]).handle(null));
            return null;
        });
    }

    public Context context() {
        return context;
    }

    public Vertx vertx() {
        return Proxies.of(Vertx.class, (self, method, arguments) -> switch (method) {
            case "getOrCreateContext" -> context;
            case "setTimer" -> {
                long timer = ++timers;
                process.post(
                        (Long) Objects.requireNonNull(arguments[0]) * Nanos.MILLI,
                        () -> SimulatedVertx.<Long>handler(arguments[1]).handle(timer));
                yield timer;
            }
            default -> throw Proxies.unknown("Vertx." + method);
        });
    }

    @SuppressWarnings("unchecked") // The interface's method says which handler it is.
    static <T> Handler<T> handler(@Nullable Object argument) {
        return (Handler<T>) Objects.requireNonNull(argument);
    }
}
