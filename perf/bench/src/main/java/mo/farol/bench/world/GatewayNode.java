package mo.farol.bench.world;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mo.farol.bench.process.Children;
import mo.farol.bench.process.CommandLine;
import mo.farol.bench.process.Patience;
import mo.farol.bench.process.Programs;
import mo.farol.bench.process.ResidentSet;
import mo.farol.phone.http.Transport;
import org.jspecify.annotations.Nullable;

/** One gateway's process, which can be started again. */
public final class GatewayNode {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(10);
    /** Longer than it takes to leave an archive of its classes. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(60);

    private final Node node;
    private final CommandLine serve;
    private final Path log;
    private final Children children;
    private @Nullable Process process;

    private GatewayNode(Node node, CommandLine serve, Path log, Children children) {
        this.node = node;
        this.serve = serve;
        this.log = log;
        this.children = children;
    }

    /** @param flags of the JVM */
    static GatewayNode of(Product product, Node node, Path config, List<String> flags, Children children) {
        List<String> all = new ArrayList<>(flags);
        Path archive = product.home().resolve("target").resolve("bench-gateway-" + node.number() + ".jsa");
        // As in production: what the last one left of its classes shortens the start of the next.
        all.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive));
        return new GatewayNode(
                node,
                product.gateway(all, "serve", "--config", config.toString()),
                config.resolveSibling("gateway-" + node.number() + ".log"),
                children);
    }

    public Node node() {
        return node;
    }

    /** Returns at once. */
    public void start() throws IOException {
        process = children.add(serve.start(log));
    }

    /** Waits until it says that it is ready. */
    public void awaitReady() throws IOException, InterruptedException {
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            Patience.until(READY_WITHIN, LOOK, "gateway " + node.number() + " is ready; see " + log, () -> {
                if (!handle().isAlive()) {
                    throw new IOException("gateway " + node.number() + " ended; see " + log);
                }
                return isReady(transport);
            });
        }
    }

    private boolean isReady(Transport transport) throws InterruptedException {
        try {
            return transport
                            .send(HttpRequest.newBuilder(node.management().resolve("/health/ready")))
                            .status()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public ProcessHandle handle() throws IOException {
        Process running = process;
        if (running == null) {
            throw new IOException("gateway " + node.number() + " was not started");
        }
        return running.toHandle();
    }

    /** Bytes that are resident once everything that is not in use was given back. */
    public long residentBytes() throws IOException, InterruptedException {
        String pid = Long.toString(handle().pid());
        CommandLine.of(Programs.ofJdk("jcmd"), pid, "GC.run").run();
        CommandLine.of(Programs.ofJdk("jcmd"), pid, "System.trim_native_heap").run();
        return ResidentSet.bytes(handle());
    }

    /** Ends it as a crash would. */
    public void kill() throws IOException {
        handle().destroyForcibly();
        handle().onExit().join();
    }

    public void stop() throws InterruptedException {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        if (!running.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            running.destroyForcibly().waitFor();
        }
    }
}
