package mo.farol.bench.world;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mo.farol.bench.process.Children;
import mo.farol.bench.process.CommandLine;
import mo.farol.bench.process.Cpu;
import mo.farol.bench.process.Patience;
import mo.farol.bench.process.Ports;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.Transport;

/**
 * The other peer: Keycloak from its distribution, which introspects access tokens (RFC 7662). Its development mode keeps
 * everything in memory and in one process, which is in its favour.
 */
public final class Keycloak {
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(6);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String REALM = "/realms/bench";
    private static final String CLIENT = "bench";
    private static final String SECRET = "synthetic-secret";
    /** Taken in turn, so that none is always the last one seen. */
    private static final int TOKENS = 64;

    private final Process process;
    private final URI address;
    private final Path folder;

    private Keycloak(Process process, URI address, Path folder) {
        this.process = process;
        this.address = address;
        this.folder = folder;
    }

    /** Copies the distribution, starts it and waits until it serves; it ends with the run. */
    public static Keycloak start(Ground ground, KeycloakDistribution distribution)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(ground.folder().resolve("keycloak"));
        // It writes into its own folder, which may be somebody else's.
        CommandLine.of(
                        "cp",
                        "-R",
                        distribution.folder().toString(),
                        folder.resolve("home").toString())
                .run();
        Path home = folder.resolve("home");
        Path realms = Files.createDirectories(home.resolve("data/import"));
        try (InputStream realm = Keycloak.class.getResourceAsStream("/mo/farol/bench/realm.json")) {
            Files.copy(
                    Objects.requireNonNull(realm), realms.resolve("realm.json"), StandardCopyOption.REPLACE_EXISTING);
        }
        int port = Ports.free();
        Path log = folder.resolve("keycloak.log");
        Process process =
                ground.children().add(command(home, port, Ports.free()).start(log));
        ground.closing().add(() -> Children.end(process.toHandle()));
        Keycloak keycloak = new Keycloak(process, URI.create("http://127.0.0.1:" + port), folder);
        keycloak.awaitRealm(log);
        return keycloak;
    }

    private static CommandLine command(Path home, int port, int managementPort) {
        return CommandLine.of(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + managementPort,
                        "--db=dev-mem",
                        "--cache=local",
                        "--import-realm")
                .with(Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS_KC_HEAP", "-Xms1g -Xmx1g"));
    }

    private void awaitRealm(Path log) throws IOException, InterruptedException {
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            Patience.until(STARTS_WITHIN, LOOK, "Keycloak serves; see " + log, () -> {
                if (!process.isAlive()) {
                    throw new IOException("Keycloak ended; see " + log);
                }
                return serves(transport);
            });
        }
    }

    private boolean serves(Transport transport) throws InterruptedException {
        try {
            return transport
                            .send(HttpRequest.newBuilder(address.resolve(REALM)))
                            .status()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public URI address() {
        return address;
    }

    /** Of the introspection endpoint. */
    public String path() {
        return REALM + "/protocol/openid-connect/token/introspect";
    }

    /** A document that costs little. */
    public String idlePath() {
        return REALM;
    }

    /** The client's credentials, as HTTP has them. */
    public String basic() {
        return Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.US_ASCII));
    }

    /** Signs in for some tokens, and writes {@code count} lines of them. */
    public Path tokens(int count) throws IOException, InterruptedException {
        List<String> tokens = new ArrayList<>();
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            for (int i = 0; i < TOKENS; i++) {
                tokens.add(token(transport));
            }
        }
        Path file = folder.resolve("tokens.txt");
        Files.write(
                file,
                Stream.iterate(0, i -> i + 1)
                        .limit(count)
                        .map(i -> tokens.get(i % TOKENS))
                        .toList());
        return file;
    }

    private String token(Transport transport) throws IOException, InterruptedException {
        Reply reply = transport.send(HttpRequest.newBuilder(address.resolve(REALM + "/protocol/openid-connect/token"))
                .header("Authorization", "Basic " + basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        String token = reply.status() == 200 ? reply.json().path("access_token").asText() : "";
        if (token.isEmpty()) {
            throw new IOException("Keycloak gave no token: status " + reply.status());
        }
        return token;
    }

    /** Microseconds of CPU until now. */
    public long micros() throws IOException {
        return Cpu.micros(process.toHandle());
    }
}
