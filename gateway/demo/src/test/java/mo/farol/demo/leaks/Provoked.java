package mo.farol.demo.leaks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import mo.farol.phone.canary.Canary;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.Transport;
import org.jspecify.annotations.Nullable;

/** Asks every operation wrongly in every way, with personal values wherever a caller can put one. */
public final class Provoked {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOMEBODY = UUID.randomUUID().toString();
    private static final int TOO_LARGE = 300_000;

    /** Operations that take a body, and whose token they take. */
    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("/v1/verifications", "terminal"),
            Map.entry("/v1/kiosk-bindings", "terminal"),
            Map.entry("/resident/v1/e-ids/" + SOMEBODY + "/binding-challenges", "resident"),
            Map.entry("/resident/v1/e-ids/" + SOMEBODY + "/face-checks", "resident"),
            Map.entry("/resident/v1/e-ids/" + SOMEBODY + "/bindings", "resident"),
            Map.entry("/resident/v1/e-ids/" + SOMEBODY + "/kiosk-numbers", "resident"),
            Map.entry("/resident/v1/bindings/" + SOMEBODY + "/suspend", "resident"),
            Map.entry("/resident/v1/bindings/" + SOMEBODY + "/unbind", "resident"),
            Map.entry("/resident/v1/bindings/" + SOMEBODY + "/tickets", "resident"),
            Map.entry("/resident/v1/reports", "resident"),
            Map.entry("/operator/v1/residents", "operator"),
            Map.entry("/operator/v1/bindings/" + SOMEBODY + "/unbind", "operator"),
            Map.entry("/operator/v1/counter-cases", "operator"),
            Map.entry("/operator/v1/card-events", "operator"),
            Map.entry("/operator/v1/guardianship-events", "operator"),
            Map.entry("/operator/v1/account-links", "operator"),
            Map.entry("/operator/v1/account-cases", "operator"),
            Map.entry("/operator/v1/account-unlinks", "operator"),
            Map.entry("/operator/v1/terminals", "operator"),
            Map.entry("/operator/v1/synthetic-residents", "operator"));

    private final Transport transport;
    private final URI api;
    private final Map<String, String> tokens;
    private final List<Canary> canaries;
    private final Places places;
    private final TreeSet<Integer> statuses = new TreeSet<>();

    /** @param tokens of a terminal, a resident and an operator, by these three words */
    public Provoked(Transport transport, URI api, Map<String, String> tokens, List<Canary> canaries, Places places) {
        this.transport = transport;
        this.api = api;
        this.tokens = Map.copyOf(tokens);
        this.canaries = canaries;
        this.places = places;
    }

    /** @return the statuses that were answered */
    public TreeSet<Integer> ask() throws IOException, InterruptedException {
        for (Map.Entry<String, String> each : OPERATIONS.entrySet()) {
            operation(each.getKey(), tokens.getOrDefault(each.getValue(), ""));
        }
        signIn();
        return statuses;
    }

    private void operation(String path, String token) throws IOException, InterruptedException {
        String values = JSON.writeValueAsString(values());
        for (String body : List.of(
                values,
                "{\"" + values.substring(2),
                values.substring(0, values.length() / 2),
                JSON.writeValueAsString(canaries.getFirst().value()),
                "{\"code\":" + JSON.writeValueAsString(canaries.getFirst().value())
                        + ",\"purpose\":\"bank.account\"}")) {
            send("POST", path, body, token, "application/json");
            send("POST", path, body, token, "text/plain");
        }
        send("POST", path, values, canaries.getFirst().value().hashCode() + ".e30.e30", "application/json");
        send("DELETE", path, values, token, "application/json");
        send("POST", path, JSON.writeValueAsString(Map.of("x", large())), token, "application/json");
        for (Canary canary : canaries) {
            String inUrl = URLEncoder.encode(canary.value(), StandardCharsets.UTF_8);
            if (inUrl.length() < 200) {
                send("GET", path + "/" + inUrl + "?" + inUrl + "=" + inUrl, null, token, "application/json");
                send("POST", path + "?id_number=" + inUrl, values, token, "application/json");
            }
        }
        send("GET", path + "?x=" + "y".repeat(9000), null, token, "application/json");
        sameKeyOtherBody(path, token, values);
    }

    /** Each value as the value of a name that some operation knows, and as a name that none knows. */
    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> names = List.of(
                "code",
                "purpose",
                "staff",
                "place",
                "reason",
                "id_number",
                "text",
                "phone",
                "number",
                "assertion",
                "face_assertion",
                "signature",
                "challenge",
                "subject",
                "public_key",
                "guardian",
                "minor",
                "kind");
        for (int i = 0; i < Math.max(names.size(), canaries.size()); i++) {
            String value = canaries.get(i % canaries.size()).value();
            values.put(i < names.size() ? names.get(i) : value, value);
        }
        return values;
    }

    private void sameKeyOtherBody(String path, String token, String values) throws IOException, InterruptedException {
        for (String body : List.of("{\"code\":\"A\",\"purpose\":\"b\"}", values)) {
            note(transport.send(request("POST", path, body, token, "application/json", "the-same-key")));
        }
    }

    private void signIn() throws IOException, InterruptedException {
        String assertion = tokens.getOrDefault("terminal", "");
        for (Canary canary : canaries) {
            String value = URLEncoder.encode(canary.value(), StandardCharsets.UTF_8);
            send(
                    "POST",
                    "/oauth2/token",
                    "grant_type=client_credentials&scope=" + value + "&client_id=" + value
                            + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                            + "&client_assertion=" + assertion,
                    "none",
                    "application/x-www-form-urlencoded");
        }
    }

    private String large() {
        String value = canaries.getFirst().value();
        return value.repeat(TOO_LARGE / value.length());
    }

    private void send(String method, String path, @Nullable String body, String token, String type)
            throws IOException, InterruptedException {
        note(transport.send(
                request(method, path, body, token, type, UUID.randomUUID().toString())));
    }

    private HttpRequest.Builder request(
            String method, String path, @Nullable String body, String token, String type, String key) {
        return HttpRequest.newBuilder(api.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    private void note(Reply reply) {
        statuses.add(reply.status());
        if (reply.status() >= 300) {
            String head = reply.status() + " " + reply.headers().map() + "\n";
            places.add("refusing answers", head.getBytes(StandardCharsets.UTF_8));
            places.add("refusing answers", reply.body());
        }
    }
}
