package mo.farol.server.signin;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real Keycloak from its distribution, with the realm {@code people}, in a process of its own on a free port. */
final class KeycloakServer implements AutoCloseable {
    /** A quiet machine needs half a minute; a busy one may need all of this. */
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(6);

    private static final String ADMIN = "synthetic-admin";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path log;
    private final Process process;
    private final String base;

    KeycloakServer() throws IOException {
        Path home = home();
        Path realms = Files.createDirectories(home.resolve("data/import"));
        try (InputStream realm = KeycloakServer.class.getResourceAsStream("/keycloak/people-realm.json")) {
            Files.copy(
                    Objects.requireNonNull(realm),
                    realms.resolve("people-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        int port = freePort();
        base = "http://127.0.0.1:" + port;
        log = home.resolveSibling("keycloak.log");
        process = started(home, port);
        awaitStart();
    }

    private static Path home() throws IOException {
        try (Stream<Path> unpacked = Files.list(Path.of("target/keycloak"))) {
            return unpacked.filter(each -> Files.isRegularFile(each.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process started(Path home, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                "bin/kc.sh",
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--db=dev-mem",
                "--import-realm");
        builder.directory(home.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
        return builder.start();
    }

    private void awaitStart() {
        try {
            Awaitility.await("Keycloak listens; see " + log)
                    .atMost(STARTED_WITHIN)
                    .pollInterval(Duration.ofMillis(500))
                    .failFast("Keycloak ended; see " + log, () -> !process.isAlive())
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> client.send(get(issuer()).build(), HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    String issuer() {
        return base + "/realms/people";
    }

    /** Makes a new signing key that goes before the old one, which stays published. */
    void rotate() throws IOException, InterruptedException {
        JsonObject config = new JsonObject()
                .put("priority", List.of("200"))
                .put("enabled", List.of("true"))
                .put("active", List.of("true"))
                .put("algorithm", List.of("RS256"))
                .put("keySize", List.of("2048"));
        JsonObject key = new JsonObject()
                .put("name", "fresh")
                .put("providerId", "rsa-generated")
                .put("providerType", "org.keycloak.keys.KeyProvider")
                .put("config", config);
        administer("POST", "/components", key.encode(), 201);
    }

    /** Withdraws the realm's first signing key. */
    void withdrawTheOldKey() throws IOException, InterruptedException {
        JsonArray keys = new JsonArray(administer("GET", "/components?type=org.keycloak.keys.KeyProvider", "", 200));
        String old = keys.stream()
                .map(JsonObject.class::cast)
                .filter(key -> key.getString("name").equals("rsa-generated"))
                .map(key -> key.getString("id"))
                .findFirst()
                .orElseThrow();
        administer("DELETE", "/components/" + old, "", 204);
    }

    private String administer(String method, String path, String body, int expected)
            throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password=" + ADMIN;
        HttpResponse<String> token = client.send(
                HttpRequest.newBuilder(URI.create(base + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpRequest request = get(base + "/admin/realms/people" + path)
                .header("Authorization", "Bearer " + new JsonObject(token.body()).getString("access_token"))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(method + " " + path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static HttpRequest.Builder get(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
    }

    /** Ends the script, which ends its server, and whatever of the two is left after a while. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        process.destroy();
        for (ProcessHandle each : all) {
            each.onExit().completeOnTimeout(each, 20, TimeUnit.SECONDS).join();
            each.destroyForcibly();
        }
    }
}
