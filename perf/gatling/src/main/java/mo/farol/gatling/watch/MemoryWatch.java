package mo.farol.gatling.watch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import mo.farol.gatling.plan.Watched;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.Transport;

/** Looks at gateways' memory now and then, prints it, and in the end says how it grew. */
public final class MemoryWatch implements AutoCloseable {
    private final PrintStream out;
    private final Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
    private final Map<URI, Memory> memories = new LinkedHashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("memory").unstarted(work));
    private final long began = System.nanoTime();

    private MemoryWatch(PrintStream out) {
        this.out = out;
    }

    public static MemoryWatch start(Watched watched, PrintStream out) {
        MemoryWatch watch = new MemoryWatch(out);
        watched.metrics().forEach(each -> watch.memories.put(each, new Memory()));
        if (!watch.memories.isEmpty()) {
            watch.looking.scheduleAtFixedRate(watch::look, 0, watched.every().toMillis(), TimeUnit.MILLISECONDS);
        }
        return watch;
    }

    private synchronized void look() {
        memories.forEach((address, memory) -> {
            double seconds = (System.nanoTime() - began) / 1e9;
            String said;
            try {
                Reply reply = transport.send(HttpRequest.newBuilder(address));
                said = reply.status() == 200
                        ? memory.add(seconds, new PrometheusText(new String(reply.body(), StandardCharsets.UTF_8)))
                        : "no figures, status " + reply.status();
            } catch (IOException e) {
                said = "no figures: " + e.getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                said = "stopped";
            }
            out.printf("%6.0f s  memory of %s: %s%n", seconds, address.getAuthority(), said);
        });
    }

    /** One line for each gateway. */
    public synchronized String trend() {
        StringBuilder lines = new StringBuilder();
        memories.forEach((address, memory) -> lines.append(lines.isEmpty() ? "" : "\n")
                .append("memory of ")
                .append(address.getAuthority())
                .append(": ")
                .append(memory.trend()));
        return lines.toString();
    }

    @Override
    public void close() {
        looking.shutdownNow();
        transport.close();
    }
}
