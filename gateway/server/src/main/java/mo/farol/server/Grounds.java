package mo.farol.server;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import mo.farol.cluster.config.ClusterSettings;
import mo.farol.cluster.config.ClusterSettingsReader;
import mo.farol.cluster.config.InvalidClusterSettings;
import mo.farol.cluster.config.JvmFlags;
import mo.farol.server.config.GatewayConfig;
import mo.farol.server.config.InvalidConfig;
import mo.farol.server.keys.GatewayKeys;
import mo.farol.server.keys.KeysUnusable;
import mo.farol.server.metrics.GatewayMetrics;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.CryptoChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that a gateway stands on before it touches the network: if one of these is missing, it does not start.
 *
 * @param cluster empty: it stands alone
 */
record Grounds(
        GatewayConfig config,
        Vertx vertx,
        CryptoChoice crypto,
        GatewayKeys keys,
        Optional<ClusterSettings> cluster,
        GatewayMetrics metrics) {
    private static final Logger LOG = LoggerFactory.getLogger(Grounds.class);

    static Grounds of(GatewayConfig config, Vertx vertx, GatewayMetrics metrics) throws InvalidConfig, KeysUnusable {
        CryptoChoice crypto = Crypto.preferred();
        Optional<ClusterSettings> cluster = cluster(config.cluster());
        GatewayKeys keys = GatewayKeys.load(config.keys(), crypto.crypto());
        Grounds grounds = new Grounds(config, vertx, crypto, keys, cluster, metrics);
        grounds.say();
        return grounds;
    }

    private static Optional<ClusterSettings> cluster(JsonObject section) throws InvalidConfig {
        if (section.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ClusterSettingsReader.read(section.encode()));
        } catch (InvalidClusterSettings e) {
            throw new InvalidConfig(e.problems());
        }
    }

    private void say() {
        if (crypto.fallback()) {
            LOG.warn(
                    "cryptography: {} as a fallback, much slower ({})",
                    crypto.crypto().name(),
                    crypto.reason());
        } else {
            LOG.info("cryptography: {} ({})", crypto.crypto().name(), crypto.reason());
        }
        LOG.info("native transport: {}", vertx.isNativeTransportEnabled());
        if (config.synthetic()) {
            LOG.warn("synthetic: everybody in this store is invented");
        }
        List<String> missing =
                JvmFlags.missing(ManagementFactory.getRuntimeMXBean().getInputArguments());
        if (cluster.isPresent() && !missing.isEmpty()) {
            LOG.warn("the JVM lacks flags that Hazelcast asks for: {}", missing);
        }
    }
}
