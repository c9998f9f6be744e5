package mo.farol.server.health;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import mo.farol.server.config.ManagementConfig;
import mo.farol.server.http.JsonAnswer;

/** {@code GET /health/live}, {@code /health/ready} and {@code /metrics}, away from the API. */
public final class ManagementListener extends VerticleBase {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final int IDLE_SECONDS = 30;

    private final ManagementConfig config;
    private final Readiness readiness;
    private final Supplier<String> metrics;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    public ManagementListener(ManagementConfig config, Readiness readiness, Supplier<String> metrics) {
        this.config = config;
        this.readiness = readiness;
        this.metrics = metrics;
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(config.host())
                .setPort(config.port())
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(IDLE_SECONDS);
        Future<HttpServer> listening =
                vertx.createHttpServer(options).requestHandler(router()).listen();
        return listening.onSuccess(server -> port.complete(server.actualPort()));
    }

    /** The port, when the configuration left it open. */
    public CompletableFuture<Integer> port() {
        return port;
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.get("/health/live").handler(ctx -> JsonAnswer.send(ctx, 200, new HealthAnswer("up", List.of())));
        router.get("/health/ready").handler(this::ready);
        router.get("/metrics")
                .handler(ctx ->
                        ctx.response().putHeader("content-type", PROMETHEUS).end(metrics.get()));
        return router;
    }

    private void ready(RoutingContext ctx) {
        List<String> problems = readiness.problems();
        boolean ready = problems.isEmpty();
        JsonAnswer.send(ctx, ready ? 200 : 503, new HealthAnswer(ready ? "ready" : "not_ready", problems));
    }
}
