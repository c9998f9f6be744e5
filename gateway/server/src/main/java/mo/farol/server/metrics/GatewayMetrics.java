package mo.farol.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import mo.farol.api.problem.ProblemCode;
import mo.farol.server.http.LoadWatch;
import mo.farol.server.verification.OutcomeListener;

/** The gateway's own figures, in the form that Prometheus reads. */
public final class GatewayMetrics implements LoadWatch {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<ProblemCode, Counter> refused = new EnumMap<>(ProblemCode.class);
    private final AtomicInteger eventLoops = new AtomicInteger();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    public GatewayMetrics() {
        ProcessMemory.register(registry);
        for (ProblemCode code : ProblemCode.values()) {
            refused.put(
                    code,
                    Counter.builder("farol.requests.refused")
                            .description("Requests that were not answered, by problem code")
                            .tag("code", code.code())
                            .register(registry));
        }
    }

    /** Where others add their figures. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    @Override
    public void refused(ProblemCode code) {
        Counter counter = refused.get(code);
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void eventLoop(IntSupplier inFlight, LongSupplier lagMillis) {
        Tags tags = Tags.of("loop", Integer.toString(eventLoops.getAndIncrement()));
        Gauge.builder("farol.requests.in.flight", inFlight::getAsInt)
                .description("Requests being worked on")
                .tags(tags)
                .register(registry);
        Gauge.builder("farol.event.loop.lag", lagMillis::getAsLong)
                .description("How late the event loop comes to its work")
                .baseUnit("milliseconds")
                .tags(tags)
                .register(registry);
    }

    @Override
    public void listening(int actualPort) {
        port.complete(actualPort);
    }

    /** The API's port, when the configuration left it open. */
    public CompletableFuture<Integer> port() {
        return port;
    }

    /** Counts how verifications end. */
    public OutcomeListener outcomes() {
        return new OutcomeCounts(registry);
    }

    /** The text that {@code GET /metrics} answers. */
    public String text() {
        return registry.scrape();
    }
}
