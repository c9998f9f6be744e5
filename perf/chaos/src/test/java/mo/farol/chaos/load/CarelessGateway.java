package mo.farol.chaos.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import mo.farol.chaos.world.Node;

/** Stands in for a gateway that takes a code's bytes for the code: the same text is refused, another form of it accepted. */
final class CarelessGateway implements AutoCloseable {
    private final HttpServer server;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    CarelessGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/verifications", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    Node node() {
        URI api = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Node(1, api, api);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String said = seen.add(body) ? "\"outcome\":\"verified\"" : "\"outcome\":\"refused\",\"code\":\"already_used\"";
        byte[] answer = ("{" + said + ",\"receipt\":{\"id\":\"" + UUID.randomUUID() + "\"},\"released\":{}}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        try (var out = exchange.getResponseBody()) {
            out.write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
