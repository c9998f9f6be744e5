package mo.farol.demo.command;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mo.farol.demo.seed.Waiting;
import mo.farol.demo.state.DemoSummary;
import mo.farol.demo.state.StateFolder;
import mo.farol.server.config.ConfigFile;
import mo.farol.server.config.GatewayConfig;
import mo.farol.store.StoreConfig;

/**
 * A deployment that a perf kit is made for.
 *
 * @param gateways where its gateways are
 */
record Target(GatewayConfig config, List<URI> gateways) {
    /**
     * @param file a gateway's configuration; empty: that of the running demo
     * @throws PlainFailure when there is none, it is not valid, or it does not say that everybody is invented
     */
    static Target of(Optional<Path> file, StateFolder folder) throws Exception {
        Optional<DemoSummary> demo = file.isPresent() ? Optional.empty() : DemoSummary.ofRunning(folder);
        if (file.isEmpty() && demo.isEmpty()) {
            throw new PlainFailure("no demo is running here; start one with ./farol demo, or give --config FILE");
        }
        GatewayConfig config = load(file.orElse(folder.gatewayConfig(1)));
        if (!config.synthetic()) {
            throw new PlainFailure("refused: the target's configuration does not say synthetic: true");
        }
        return new Target(config, demo.map(DemoSummary::gateways).orElse(List.of(URI.create(config.issuer()))));
    }

    private static GatewayConfig load(Path file) throws PlainFailure, InterruptedException, Waiting.StoreFailed {
        Vertx vertx = Vertx.vertx();
        try {
            return Waiting.on(ConfigFile.load(vertx, file, System.getenv()));
        } catch (Waiting.StoreFailed e) {
            throw new PlainFailure(e.reason());
        } finally {
            Waiting.on(vertx.close());
        }
    }

    StoreConfig store() {
        var store = config.store();
        return new StoreConfig(
                store.host(),
                store.port(),
                store.database(),
                store.user(),
                store.password().reveal(),
                store.rootCertificate(),
                2,
                config.keys().atRest(),
                config.keys().password().reveal(),
                Duration.ofSeconds(config.codes().lifeSeconds()),
                Duration.ofSeconds(config.codes().toleranceSeconds()),
                store.allowNotDurable());
    }
}
