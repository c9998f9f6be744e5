package mo.farol.demo.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A small JSON server. Routes are exact paths, or prefixes that end with a slash. */
final class StandInServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_BODY = 16 * 1024;

    private final String name;
    private final String host;
    private final StandInLog log;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Route> routes = new TreeMap<>();

    /** Listens, and answers once {@link #start} was called. */
    StandInServer(String name, String host, int port, StandInLog log) throws IOException {
        this.name = name;
        this.host = host;
        this.log = log;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /** @param request such as {@code POST /checks} or {@code POST /captures/} */
    StandInServer on(String request, Route route) {
        routes.put(request, route);
        return this;
    }

    StandInServer start() {
        server.start();
        return this;
    }

    URI address() {
        return URI.create("http://" + host + ":" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            log.line(name, exchange.getRequestMethod() + " " + answer.what() + " -> " + answer.status());
            byte[] body = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set(Mark.HEADER, Mark.TEXT);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String request = exchange.getRequestMethod() + " " + path;
        String prefix = request.substring(0, request.lastIndexOf('/') + 1);
        Route route = routes.getOrDefault(request, routes.get(prefix));
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (route == null) {
            return Answer.refused(404, "an address that there is not", "there is no such address");
        }
        if (body.length > LONGEST_BODY) {
            return Answer.refused(413, "too much", "at most " + LONGEST_BODY + " bytes");
        }
        try {
            JsonNode json = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
            String last = path.substring(path.lastIndexOf('/') + 1);
            return route.answer(new Request(last, exchange.getRequestHeaders().getFirst("Authorization"), json));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return Answer.refused(400, "something that is not JSON", "not JSON");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    interface Route {
        Answer answer(Request request) throws IOException;
    }

    /** @param last the last part of the path */
    record Request(String last, @Nullable String authorization, JsonNode body) {
        /** The text of this member; empty when there is none. */
        String text(String member) {
            return body.path(member).asText("");
        }

        @Override
        public String toString() {
            return "Request[redacted]";
        }
    }

    /** @param what for the log */
    record Answer(int status, String what, Object body) {
        static Answer of(int status, String what, Map<String, ?> members) {
            Map<String, Object> body = new TreeMap<>(members);
            body.put("note", Mark.TEXT);
            return new Answer(status, what, body);
        }

        static Answer refused(int status, String what, String why) {
            return of(status, what, Map.of("error", why));
        }
    }
}
