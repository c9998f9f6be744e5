package mo.farol.simulation.gateway;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mo.farol.core.time.DatabaseTime;
import mo.farol.core.time.TimeAnchor;
import mo.farol.core.verification.Arbiter;
import mo.farol.core.verification.CodeWindow;
import mo.farol.core.verification.Outcome;
import mo.farol.core.verification.Verification;
import mo.farol.core.verification.VerificationLimits;
import mo.farol.core.verification.VerificationPorts;
import mo.farol.core.verification.VerificationRequest;
import mo.farol.simulation.client.Host;
import mo.farol.simulation.client.PoolOfSessions;
import mo.farol.simulation.client.SimulatedVertx;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.clock.Process;
import mo.farol.simulation.planted.Planted;
import mo.farol.store.StoreConfig;
import mo.farol.store.accesslog.PostgresAccessLog;
import mo.farol.store.arbiter.PostgresArbiter;
import mo.farol.store.atrest.Opening;
import mo.farol.store.connection.Connections;
import mo.farol.store.publickey.CachedPublicKeys;

/** One gateway from its start to its end: the product's verification and its store, on a simulated host. */
public final class Gateway {
    private static final StoreConfig CONFIG = new StoreConfig(
            "simulated",
            0,
            "farol",
            "farol",
            "",
            null,
            8,
            Path.of("none"),
            "",
            StoreConfig.CODE_LIFE,
            StoreConfig.CLOCK_TOLERANCE,
            false);
    private static final VerificationLimits LIMITS =
            new VerificationLimits(4_096, Duration.ofSeconds(180), 512, Duration.ofMinutes(2), 256);
    private static final long ARBITER_SILENCE = 4 * Nanos.SECOND;
    private static final long POOL_SILENCE = 30 * Nanos.SECOND;
    private static final long REPEATS_EVERY = 5 * Nanos.SECOND;

    private final Process process;
    private final Pools pools;
    private final TimeAnchor time;
    private final PostgresArbiter arbiter;
    private final PostgresAccessLog log;
    private final CachedPublicKeys publicKeys;
    private final StoppedByNews stopped;
    private final Verification verification;
    private boolean beating;

    /** @param machine where it runs */
    public Gateway(Machine machine) {
        this.process = new Process(machine.timeline());
        WallClock clock = machine.clock();
        Host host = new Host(machine.timeline(), process, machine.link(), machine.server());
        SimulatedVertx loop = new SimulatedVertx(process);
        this.pools = new Pools(host);
        this.time = new TimeAnchor(clock::nanoTime);
        Opening opening = new Opening(machine.town().atRest, 64);
        Connections arbiterConnections = pools.open(PostgresArbiter.CONNECTIONS + 2, ARBITER_SILENCE);
        Connections connections = pools.open(CONFIG.poolSize() + 1, POOL_SILENCE);
        this.arbiter = new PostgresArbiter(loop.vertx(), loop.context(), CONFIG, arbiterConnections, opening, time);
        this.log = new PostgresAccessLog(loop.vertx(), loop.context(), connections, arbiterConnections);
        this.publicKeys = new CachedPublicKeys(loop.vertx(), loop.context(), arbiterConnections, clock::nanoTime, 64);
        this.stopped = new StoppedByNews(arbiter, log);
        Planted planted = machine.server().planted();
        Arbiter asked = planted == Planted.CACHE_ONLY_UNBIND ? stopped : arbiter;
        DatabaseTime judge = planted == Planted.TRUSTS_OWN_CLOCK ? clock : time;
        VerificationPorts ports = new VerificationPorts(
                machine.wallet().crypto(),
                () -> machine.town().ring,
                new Policies(process, clock, connections.pool()),
                publicKeys,
                judge,
                asked,
                log,
                (key, by) -> machine.bus()
                        .tell(
                                machine.number(),
                                other -> other.verification.replays().put(key, by.fingerprint())));
        this.verification = new Verification(
                ports,
                CodeWindow.standard(),
                LIMITS,
                clock,
                clock::nanoTime,
                machine.chance().split().source());
        process.post(0, this::beat);
        process.post(REPEATS_EVERY, this::recordRepeats);
    }

    public Process process() {
        return process;
    }

    public Future<Outcome> verify(VerificationRequest request) {
        return verification.flow().verify(request);
    }

    /** Records what it counted, as at the end of an orderly shutdown. */
    public Future<Void> recordAll() {
        return verification.repeats().recordAll();
    }

    /** Hears that a binding was stopped, or goes on: believed only where that bug is planted. */
    public void hear(long keyId, boolean active) {
        stopped.hear(keyId, active);
    }

    /** As by kill -9. */
    public void kill() {
        process.kill();
        pools.all().forEach(PoolOfSessions::abandon);
    }

    public void resetConnections() {
        List.copyOf(pools.all()).forEach(PoolOfSessions::reset);
    }

    private void beat() {
        if (!beating) {
            beating = true;
            Future.join(arbiter.beat(), log.beat(time), publicKeys.beat(time)).onComplete(done -> beating = false);
        }
        process.post(Nanos.SECOND, this::beat);
    }

    /** What is not recorded now is kept, and recorded the next time. */
    private void recordRepeats() {
        verification.repeats().recordDue().onComplete(done -> process.post(REPEATS_EVERY, this::recordRepeats));
    }
}
