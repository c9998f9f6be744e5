package mo.farol.phone.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mo.farol.phone.http.ApiClient;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.TokenSource;
import mo.farol.phone.http.Transport;
import org.jspecify.annotations.Nullable;

/** A gateway's API that answers as it is told, and remembers what it was asked. */
public final class FakeApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    public final List<Asked> asked = new CopyOnWriteArrayList<>();

    private final Map<String, Deque<Function<Asked, Told>>> answers = new ConcurrentHashMap<>();
    private final Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
    private final HttpServer server;

    public FakeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The next request for {@code POST /path} is answered so; the last answer is given again and again. */
    public FakeApi on(String request, Told told) {
        return on(request, any -> told);
    }

    public FakeApi on(String request, Function<Asked, Told> answer) {
        answers.computeIfAbsent(request, key -> new ArrayDeque<>()).add(answer);
        return this;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public Transport transport() {
        return transport;
    }

    /** A client of this one gateway with this token. */
    public ApiClient client(String token) {
        return new ApiClient(
                transport, new GatewayAddresses(List.of(address())), TokenSource.of(token), "en", reply -> {});
    }

    /** The body of the only request for {@code POST /path}. */
    public JsonNode bodyOf(String request) throws IOException {
        List<Asked> those =
                asked.stream().filter(each -> each.request().equals(request)).toList();
        if (those.size() != 1) {
            throw new AssertionError(those.size() + " requests for " + request);
        }
        return JSON.readTree(those.getFirst().body());
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        Asked request = new Asked(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("Accept-Language"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(request);
        Deque<Function<Asked, Told>> queue = answers.getOrDefault(request.request(), new ArrayDeque<>());
        Function<Asked, Told> next = queue.size() > 1 ? queue.removeFirst() : queue.peekFirst();
        Told told = next == null ? Told.problem(404, "not_found") : next.apply(request);
        byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
        told.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(told.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        transport.close();
    }

    public record Asked(
            String request,
            @Nullable String authorization,
            @Nullable String key,
            @Nullable String language,
            String body) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }
    }

    public record Told(int status, Map<String, String> headers, String body) {
        public static Told json(int status, String body) {
            return new Told(status, Map.of(), body.replace('\'', '"'));
        }

        public static Told problem(int status, String code) {
            return problem(status, code, "");
        }

        /** @param more members of the problem's own kind, each with a comma before it */
        public static Told problem(int status, String code, String more) {
            return json(
                    status,
                    "{'type':'/problems/" + code + "','title':'t','status':" + status + ",'detail':'d','code':'" + code
                            + "','fault':'gateway','help':'h'" + more + "}");
        }

        public Told with(String header, String value) {
            return new Told(status, Map.of(header, value), body);
        }
    }
}
