package mo.farol.server.testing;

import static mo.farol.server.testing.Awaiting.await;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import mo.farol.api.problem.Catalogue;
import mo.farol.server.config.LimitsConfig;
import mo.farol.server.config.ListenerConfig;
import mo.farol.server.config.RateConfig;
import mo.farol.server.http.ApiListener;
import mo.farol.server.http.Routes;
import mo.farol.server.metrics.GatewayMetrics;

/** The real listener on a free port, with routes of the test's own. */
public final class TestListener implements AutoCloseable {
    /** Deadlines of one and two seconds. */
    public static final LimitsConfig IMPATIENT = new LimitsConfig(
            new RateConfig(50, 200),
            new RateConfig(2000, 8000),
            new RateConfig(50, 200),
            new RateConfig(50, 200),
            4096,
            2048,
            1,
            1,
            1,
            30,
            4,
            400);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    private final GatewayMetrics metrics = new GatewayMetrics();
    private final int port;

    public TestListener(LimitsConfig limits, Routes... routes) {
        ListenerConfig listener = new ListenerConfig("127.0.0.1", 0, null);
        Catalogue catalogue = new Catalogue(Catalogue.DEFAULT_HELP_LINE);
        await(vertx.deployVerticle(new ApiListener(listener, limits, catalogue, metrics, loop -> List.of(routes))));
        port = metrics.port().join();
    }

    public int port() {
        return port;
    }

    public String metrics() {
        return metrics.text();
    }

    public Vertx vertx() {
        return vertx;
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
