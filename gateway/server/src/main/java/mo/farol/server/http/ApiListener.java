package mo.farol.server.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mo.farol.api.problem.Catalogue;
import mo.farol.api.problem.ProblemCode;
import mo.farol.server.config.LimitsConfig;
import mo.farol.server.config.ListenerConfig;
import mo.farol.server.http.wire.ConnectionGuard;
import org.jspecify.annotations.Nullable;

/** The API on one event loop: connections are shared out among the instances. */
public final class ApiListener extends VerticleBase {
    private static final long SHUTDOWN_SECONDS = 30;
    private static final long GUARD_EVERY_MILLIS = 500;

    private final ListenerConfig listener;
    private final LimitsConfig limits;
    private final Catalogue catalogue;
    private final LoadWatch watch;
    private final Function<Vertx, List<Routes>> routes;
    private @Nullable HttpServer server;

    /** @param routes made once for each event loop, in the order in which they are tried */
    public ApiListener(
            ListenerConfig listener,
            LimitsConfig limits,
            Catalogue catalogue,
            LoadWatch watch,
            Function<Vertx, List<Routes>> routes) {
        this.listener = listener;
        this.limits = limits;
        this.catalogue = catalogue;
        this.watch = watch;
        this.routes = routes;
    }

    @Override
    public Future<?> start() {
        OpenExchanges exchanges = OpenExchanges.on(vertx, limits);
        ConnectionGuard guard = new ConnectionGuard(
                Duration.ofSeconds(limits.headerSeconds()),
                Duration.ofSeconds(limits.answerSeconds()),
                catalogue,
                exchanges::isFull,
                () -> watch.refused(ProblemCode.OVERLOADED));
        vertx.setPeriodic(GUARD_EVERY_MILLIS, tick -> guard.cutStuckWrites());
        HttpServer created = vertx.createHttpServer(ListenerOptions.of(listener, limits))
                .connectionHandler(guard)
                .invalidRequestHandler(new InvalidRequests(catalogue, watch))
                .requestHandler(router(exchanges));
        server = created;
        return created.listen().onSuccess(listening -> watch.listening(listening.actualPort()));
    }

    /** Takes no new connection, and lets what is being answered end. */
    @Override
    public Future<?> stop() {
        return server == null ? Future.succeededFuture() : server.shutdown(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }

    private Router router(OpenExchanges exchanges) {
        Router router = Router.router(vertx);
        watch.eventLoop(exchanges::size, exchanges::lagMillis);
        new ProblemAnswers(router, catalogue, watch).mount();
        router.route().handler(new TraceId());
        router.route().handler(exchanges);
        router.route().handler(BodyHandler.create(false).setBodyLimit(limits.bodyBytes()));
        router.route().handler(exchanges::work);
        routes.apply(vertx).forEach(each -> each.mount(router));
        return router;
    }
}
