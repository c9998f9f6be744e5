package mo.farol.chaos.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import mo.farol.chaos.world.Node;
import mo.farol.phone.http.Reply;

/**
 * Posts to one gateway, once: nothing is asked again here. Connections are kept. Only so many requests wait for one
 * gateway, so that a frozen one does not hold everybody up.
 */
public final class Gateways implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int AT_ONCE = 40;

    private final List<Node> nodes;
    private final Map<Integer, Semaphore> room;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(threads)
            .build();

    public Gateways(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        this.room = nodes.stream().collect(Collectors.toMap(Node::number, node -> new Semaphore(AT_ONCE)));
    }

    List<Node> nodes() {
        return nodes;
    }

    Node any(RandomGenerator random) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    /** Runs {@code call} unless too many requests wait for this gateway already; then nothing is done. */
    void ifRoom(Node node, Call call) throws InterruptedException {
        Semaphore permits = room.get(node.number());
        if (permits != null && permits.tryAcquire()) {
            try {
                call.run();
            } finally {
                permits.release();
            }
        }
    }

    /** @throws IOException when no complete answer came */
    Reply post(Node node, String path, byte[] body, Function<HttpRequest.Builder, HttpRequest.Builder> headers)
            throws IOException, InterruptedException {
        HttpRequest request = headers.apply(HttpRequest.newBuilder(node.api().resolve(path)))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }

    /** Something to do while there is room. */
    interface Call {
        void run() throws InterruptedException;
    }
}
