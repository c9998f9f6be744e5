package mo.farol.phone.terminal;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as it is told, and remembers what it was asked. */
final class FakeGateway implements AutoCloseable {
    static final String VERIFIED =
            "{\"outcome\":\"verified\",\"released\":{\"sex\":\"F\"},\"withheld\":[{\"field\":\"photo\",\"why\":\"not_on_file\"}]}";

    final List<String> assertions = new CopyOnWriteArrayList<>();
    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final HttpServer server;

    FakeGateway(Told... told) throws IOException {
        this.told.addAll(List.of(told));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oauth2/token", this::signIn);
        server.createContext("/v1/verifications", this::verify);
        server.createContext("/log/proof", this::verify);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void signIn(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : form.split("&", -1)) {
            if (pair.startsWith("client_assertion=")) {
                assertions.add(URLDecoder.decode(pair.substring("client_assertion=".length()), StandardCharsets.UTF_8));
            }
        }
        answer(
                exchange,
                new Told(
                        200,
                        "{\"access_token\":\"token-" + assertions.size()
                                + "\",\"token_type\":\"Bearer\",\"expires_in\":600,\"scope\":\"verify\"}"));
    }

    private void verify(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        answer(exchange, told.get(Math.min(answered.getAndIncrement(), told.size() - 1)));
    }

    private static void answer(HttpExchange exchange, Told told) throws IOException {
        byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
        if (told.status() == 302) {
            exchange.getResponseHeaders().set("Location", "/v1/verifications");
        }
        exchange.sendResponseHeaders(told.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    SignedJWT assertion(int index) throws java.text.ParseException {
        return SignedJWT.parse(assertions.get(index));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Told(int status, String body) {
        static Told problem(int status, String code) {
            return new Told(
                    status,
                    "{\"type\":\"t\",\"title\":\"t\",\"status\":" + status + ",\"detail\":\"d\",\"code\":\"" + code
                            + "\",\"fault\":\"gateway\",\"help\":\"h\"}");
        }
    }

    record Asked(String key, String authorization, String body) {}
}
