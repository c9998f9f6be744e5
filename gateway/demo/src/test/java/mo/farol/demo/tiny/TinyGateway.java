package mo.farol.demo.tiny;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listens, reads tokens without checking who signed them, and hands requests to the {@link TinyRegistry}. */
public final class TinyGateway implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern RESIDENT =
            Pattern.compile("/resident/v1/(e-ids|bindings)(?:/([^/]+)/([a-z-]+)(?:/(.+))?)?");

    public final TinyRegistry registry = new TinyRegistry();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final URI faceCheck;
    private final String faceSecret;
    private final HttpServer server;

    /** @param faceCheck the face-check stand-in's address */
    public TinyGateway(URI faceCheck, String faceSecret) throws IOException {
        this.faceCheck = faceCheck;
        this.faceSecret = faceSecret;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = JSON.writeValueAsBytes(answer.body());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (ParseException | InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException, ParseException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        if (path.equals("/oauth2/token")) {
            return new Answer(
                    200, Map.of("access_token", "t", "token_type", "Bearer", "expires_in", 600, "scope", "v"));
        }
        JsonNode body = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        if (path.equals("/v1/kiosk-bindings")) {
            return registry.atKiosk(
                    body.path("number").asText(), claims(body.path("assertion").asText()));
        }
        JWTClaimsSet token =
                claims(exchange.getRequestHeaders().getFirst("Authorization").substring(7));
        if (path.startsWith("/operator/v1/")) {
            return token.getStringListClaim("roles").contains("registry_officer")
                    ? registry.byOfficer(path.substring("/operator/v1/".length()), body)
                    : problem(403, "role_required");
        }
        Matcher matcher = RESIDENT.matcher(path);
        if (!matcher.matches()) {
            return problem(404, "not_found");
        }
        if (matcher.group(2) == null) {
            return registry.eids(token);
        }
        return resident(exchange.getRequestMethod(), matcher, token, body);
    }

    private Answer resident(String method, Matcher path, JWTClaimsSet token, JsonNode body)
            throws IOException, ParseException, InterruptedException {
        String eid = path.group(2);
        if (method.equals("GET")) {
            return path.group(3).equals("bindings")
                    ? registry.bindings(token, eid)
                    : registry.numberState(String.valueOf(path.group(4)));
        }
        if (!"urn:farol:demo:strong".equals(token.getStringClaim("acr"))) {
            return problem(401, "insufficient_user_authentication");
        }
        return switch (path.group(3)) {
            case "binding-challenges" -> registry.challenge(token, eid, body);
            case "face-checks" -> faceCheck(body.path("challenge").asText());
            case "kiosk-numbers" -> registry.number(eid, body);
            default ->
                registry.bind(eid, body, claims(body.path("face_assertion").asText()));
        };
    }

    private Answer faceCheck(String challenge) throws IOException, InterruptedException {
        String subject = registry.subjectOf(challenge);
        if (subject.isEmpty()) {
            return problem(409, "kiosk_required");
        }
        ObjectNode order = JSON.createObjectNode()
                .put("subject", subject)
                .put("id_number", "1234567(8)")
                .put("challenge", challenge)
                .put("purpose", "bind")
                .put("audience", "gateway");
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(faceCheck.resolve("/checks"))
                        .header("Authorization", "Bearer " + faceSecret)
                        .POST(HttpRequest.BodyPublishers.ofString(order.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }

    private static JWTClaimsSet claims(String jws) throws ParseException {
        return SignedJWT.parse(jws).getJWTClaimsSet();
    }

    static Answer problem(int status, String code) {
        return new Answer(
                status,
                Map.of(
                        "type", "t", "title", "t", "status", status, "detail", "d", "code", code, "fault", "gateway",
                        "help", "h"));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        http.close();
    }

    record Answer(int status, Object body) {}
}
