package mo.farol.server.testing;

import static mo.farol.server.testing.Awaiting.await;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a free port whose behaviour a test sets, and which counts its requests. */
public final class WebServer implements AutoCloseable {
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Handler<HttpServerRequest> handler;
    private final HttpServer server;
    private final String scheme;

    public WebServer(Vertx vertx, HttpServerOptions options, Handler<HttpServerRequest> first) {
        this.handler = first;
        this.scheme = options.isSsl() ? "https" : "http";
        this.server = await(vertx.createHttpServer(options)
                .requestHandler(request -> {
                    requests.incrementAndGet();
                    handler.handle(request);
                })
                .listen(0, "127.0.0.1"));
    }

    public WebServer(Vertx vertx, Handler<HttpServerRequest> first) {
        this(vertx, new HttpServerOptions(), first);
    }

    public void answer(Handler<HttpServerRequest> next) {
        handler = next;
    }

    public URI url(String path) {
        return URI.create(scheme + "://127.0.0.1:" + server.actualPort() + path);
    }

    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        await(server.close());
    }
}
