package mo.farol.server;

import java.time.Duration;
import mo.farol.server.config.GatewayConfig;
import mo.farol.server.config.StoreSettings;
import mo.farol.store.StoreConfig;

/** From the gateway's configuration to the store's. */
final class StoreSetup {
    private StoreSetup() {}

    static StoreConfig of(GatewayConfig config) {
        StoreSettings store = config.store();
        return new StoreConfig(
                store.host(),
                store.port(),
                store.database(),
                store.user(),
                store.password().reveal(),
                store.rootCertificate(),
                store.poolSize(),
                config.keys().atRest(),
                config.keys().password().reveal(),
                Duration.ofSeconds(config.codes().lifeSeconds()),
                Duration.ofSeconds(config.codes().toleranceSeconds()),
                store.allowNotDurable());
    }
}
