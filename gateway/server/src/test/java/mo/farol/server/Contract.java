package mo.farol.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import mo.farol.api.ApiFile;

/** Holds answers to the OpenAPI file, and keeps count of what was called. */
final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    final JsonNode document;
    private final Set<String> called = new TreeSet<>();
    private final Set<String> problems = new TreeSet<>();

    Contract(ApiFile file) throws IOException {
        document = new YAMLMapper().readTree(file.yaml());
    }

    /** Every operation's every documented status, as {@code POST /v1/verifications 200}. */
    Set<String> documented() {
        Set<String> all = new TreeSet<>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(method -> method.getValue()
                                .path("responses")
                                .fieldNames()
                                .forEachRemaining(status -> all.add(name(method.getKey(), path.getKey(), status)))));
        return all;
    }

    /** What {@link #holds} has seen. */
    Set<String> called() {
        return called;
    }

    /** Every problem that an operation names as its own, as {@code POST /v1/kiosk-bindings kiosk_number_used}. */
    Set<String> documentedProblems() {
        Set<String> all = new TreeSet<>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(method -> method.getValue()
                                .path("x-problems")
                                .forEach(code -> all.add(name(method.getKey(), path.getKey(), code.asText())))));
        return all;
    }

    /** Of those, what {@link #holds} has seen. */
    Set<String> seenProblems() {
        return problems;
    }

    /** The values of an enum among the file's schemas. */
    Set<String> enumOf(String schema) {
        Set<String> values = new TreeSet<>();
        document.at("/components/schemas/" + schema + "/enum").forEach(value -> values.add(value.asText()));
        return values;
    }

    private static String name(String method, String path, String status) {
        return method.toUpperCase(Locale.ROOT) + " " + path + " " + status;
    }

    /** Checks status, headers, media type and body against what the file says of this operation. */
    <T extends HttpResponse<String>> T holds(String method, String path, T answer) throws JsonProcessingException {
        String status = Integer.toString(answer.statusCode());
        JsonNode response = resolved(document.path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(status));
        assertThat(response.isMissingNode())
                .as(name(method, path, status) + " is documented; body " + answer.body())
                .isFalse();
        called.add(name(method, path, status));
        response.path("headers").fields().forEachRemaining(header -> {
            String value = answer.headers().firstValue(header.getKey()).orElse(null);
            if (value != null || !header.getKey().equals("Idempotent-Replayed")) {
                assertThat(value)
                        .as(header.getKey() + " of " + name(method, path, status))
                        .isNotNull();
                valid(resolved(header.getValue()).path("schema"), TextNode.valueOf(value));
            }
        });
        body(response, answer);
        problem(method, path, answer);
        return answer;
    }

    /** A problem is one of the operation's own or of the common ones, with the status that its code has. */
    private void problem(String method, String path, HttpResponse<String> answer) throws JsonProcessingException {
        JsonNode own = document.path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("x-problems");
        if (own.isMissingNode() || answer.statusCode() < 400) {
            return;
        }
        JsonNode body = JSON.readTree(answer.body());
        String code = body.path("code").asText();
        assertThat(body.path("status").asInt()).isEqualTo(answer.statusCode());
        Set<String> allowed = new TreeSet<>();
        own.forEach(each -> allowed.add(each.asText()));
        if (allowed.contains(code)) {
            problems.add(name(method, path, code));
        }
        document.path("x-common-problems").forEach(each -> allowed.add(each.asText()));
        assertThat(allowed).as(name(method, path, "problems")).contains(code);
    }

    private void body(JsonNode response, HttpResponse<String> answer) throws JsonProcessingException {
        String mediaType = answer.headers().firstValue("content-type").orElse("");
        JsonNode content = response.path("content").path(mediaType);
        assertThat(content.isMissingNode()).as("media type " + mediaType).isFalse();
        JsonNode body = mediaType.endsWith("json") ? JSON.readTree(answer.body()) : TextNode.valueOf(answer.body());
        valid(content.path("schema"), body);
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    /** Schemas refer to others by their place in the file, so the file's components come along. */
    void valid(JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", document.path("components"));
        whole.putArray("allOf").add(schema);
        assertThat(SCHEMAS.getSchema(whole).validate(value))
                .as(value.toString())
                .isEmpty();
    }
}
