package mo.farol.bench.world;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import mo.farol.bench.mint.KeyChain;
import mo.farol.bench.process.Cpu;
import mo.farol.phone.kit.PerfKit;
import mo.farol.token.crypto.Crypto;

/** PostgreSQL, its gateways and the people in it, each a process of its own, all on the loopback address. */
public final class Deployment {
    /** A purpose that releases the four names of whoever was entered with real fields. */
    public static final String NAMES = Enrolment.NAMES;

    /** A purpose that releases nothing, for whoever was filled in. */
    public static final String NOTHING = Enrolment.NOTHING;

    private final Path folder;
    private final PostgresServer postgres;
    private final GatewayConfigs configs;
    private final List<GatewayNode> gateways;
    private final PerfKit kit;
    private final KeyChain chain;

    private Deployment(
            Path folder,
            PostgresServer postgres,
            GatewayConfigs configs,
            List<GatewayNode> gateways,
            PerfKit kit,
            KeyChain chain) {
        this.folder = folder;
        this.postgres = postgres;
        this.configs = configs;
        this.gateways = gateways;
        this.kit = kit;
        this.chain = chain;
    }

    /** Makes, fills and starts it; returns when its gateways are ready. It ends with the run. */
    public static Deployment start(Ground ground, Setup setup, Crypto crypto)
            throws IOException, SQLException, InterruptedException {
        DeploymentBuilder builder = DeploymentBuilder.begin(ground, setup);
        KeyChain chain = new KeyChain(crypto, new SecureRandom());
        PerfKit kit = builder.fill(chain);
        return new Deployment(
                builder.folder(), builder.postgres(), builder.configs(), builder.startGateways(), kit, chain);
    }

    public Path folder() {
        return folder;
    }

    /** Terminals, and the residents that were entered with real fields. */
    public PerfKit kit() {
        return kit;
    }

    /** The residents that were filled in. */
    public KeyChain chain() {
        return chain;
    }

    public List<GatewayNode> gateways() {
        return gateways;
    }

    public List<URI> addresses() {
        return gateways.stream().map(gateway -> gateway.node().api()).toList();
    }

    /** PKCS#12, from which the tickets of phones are derived. */
    public Path codeKeys() {
        return configs.codeKeys();
    }

    public Path keysPassword() throws IOException {
        return configs.secrets().file("keys");
    }

    /** As the superuser. */
    public Connection connect() throws SQLException {
        return postgres.connect();
    }

    public SealingHold holdSealing() throws SQLException, IOException, InterruptedException {
        return SealingHold.take(connect());
    }

    /** Microseconds of CPU of all gateways until now. */
    public long gatewayMicros() throws IOException {
        long sum = 0;
        for (GatewayNode gateway : gateways) {
            sum += Cpu.micros(gateway.handle());
        }
        return sum;
    }

    /** Microseconds of CPU of PostgreSQL, all of its processes, until now. */
    public long postgresMicros() throws IOException {
        return Cpu.micros(postgres.process());
    }
}
