package mo.farol.demo.gateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mo.farol.phone.http.Transport;

/** A gateway as a child process. */
public final class GatewayProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(40);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);
    private static final String MAIN = "mo.farol.server.Main";
    /** A gateway ends at once when it cannot reach a database that is still busy with its own start. */
    private static final int TRIES = 3;

    private final GatewayAddress address;
    private final ProcessBuilder builder;
    private final Path log;
    private final OnStart onStart;
    private volatile Process process;
    private int triesLeft = TRIES;

    private GatewayProcess(GatewayAddress address, ProcessBuilder builder, Path log, OnStart onStart)
            throws IOException {
        this.address = address;
        this.builder = builder;
        this.log = log;
        this.onStart = onStart;
        this.process = next();
    }

    private Process next() throws IOException {
        triesLeft--;
        Process started = builder.start();
        onStart.started(started.toHandle());
        return started;
    }

    /**
     * Starts {@code serve} with this configuration; returns at once.
     *
     * @param onStart is told of each process that is started for it
     */
    public static GatewayProcess start(GatewayAddress address, Path config, Path log, OnStart onStart)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        ChildJvm.archived("gateway-" + address.number(), MAIN, "serve", "--config", config.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new GatewayProcess(address, builder, log, onStart);
    }

    /** @throws IOException when the gateway ends, or is not ready in time; the message names its log */
    public void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            while (!isReady(transport)) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    if (triesLeft > 0) {
                        process = next();
                        continue;
                    }
                    throw new IOException("gateway " + address.number() + " ended with status " + process.exitValue()
                            + "; see " + log);
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new IOException("gateway " + address.number() + " is not ready; see " + log);
                }
            }
        }
    }

    private boolean isReady(Transport transport) throws InterruptedException {
        try {
            return transport
                            .send(HttpRequest.newBuilder(address.management().resolve("/health/ready")))
                            .status()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public GatewayAddress address() {
        return address;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends it as a crash would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** Hears of processes. */
    public interface OnStart {
        void started(ProcessHandle process) throws IOException;
    }
}
