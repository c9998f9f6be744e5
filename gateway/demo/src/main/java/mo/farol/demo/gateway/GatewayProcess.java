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

    private final GatewayAddress address;
    private final Process process;
    private final Path log;

    private GatewayProcess(GatewayAddress address, Process process, Path log) {
        this.address = address;
        this.process = process;
        this.log = log;
    }

    /** Starts {@code serve} with this configuration; returns at once. */
    public static GatewayProcess start(GatewayAddress address, Path config, Path log) throws IOException {
        Process process = new ProcessBuilder(
                        ChildJvm.archived("gateway-" + address.number(), MAIN, "serve", "--config", config.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new GatewayProcess(address, process, log);
    }

    /** @throws IOException when the gateway ends, or is not ready in time; the message names its log */
    public void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            while (!isReady(transport)) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
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
}
