package mo.farol.server.signin;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenID Connect provider's public documents, right ones and wrong ones. */
final class TestProvider implements AutoCloseable {
    /** Requests for the key set so far. */
    final AtomicInteger readings = new AtomicInteger();

    private final int port;
    private HttpServer server;
    private volatile Told metadata;
    private volatile Told keySet = new Told(200, "{\"keys\":[]}", "");

    TestProvider() {
        server = listen(0);
        port = server.getAddress().getPort();
        metadata = new Told(200, metadata(issuer(), issuer() + "/keys"), "");
    }

    /** @param location of a redirection; empty for none */
    private record Told(int status, String body, String location) {}

    private HttpServer listen(int on) {
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), on), 0);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.createContext("/people/.well-known/openid-configuration", exchange -> answer(exchange, metadata));
            listening.createContext("/people/keys", exchange -> {
                readings.incrementAndGet();
                answer(exchange, keySet);
            });
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, Told told) throws IOException {
        byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (!told.location().isEmpty()) {
            exchange.getResponseHeaders().set("Location", told.location());
        }
        exchange.sendResponseHeaders(told.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/people";
    }

    static String metadata(String issuer, String keys) {
        return new JsonObject().put("issuer", issuer).put("jwks_uri", keys).encode();
    }

    /** Publishes these and no other keys. */
    void publish(JWK... keys) {
        keySet = new Told(200, new JWKSet(List.of(keys)).toString(true), "");
    }

    void publishInstead(int status, String body) {
        keySet = new Told(status, body, "");
    }

    void redirectKeysTo(String location) {
        keySet = new Told(302, "", location);
    }

    void describeAs(String json) {
        metadata = new Told(200, json, "");
    }

    /** Answers for the key set's readers begin, and never end, until the latch is open. */
    void stallUntil(CountDownLatch latch) {
        server.removeContext("/people/keys");
        server.createContext("/people/keys", exchange -> {
            readings.incrementAndGet();
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                latch.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
    }

    void goDown() {
        server.stop(0);
    }

    void comeBack() {
        server = listen(port);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
