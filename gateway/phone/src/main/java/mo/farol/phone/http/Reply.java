package mo.farol.phone.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/**
 * A complete answer. Its body may hold personal data, so it never prints.
 *
 * @param status the HTTP status
 */
public record Reply(int status, HttpHeaders headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IOException when the body is not JSON */
    public JsonNode json() throws IOException {
        JsonNode node = JSON.readTree(body);
        if (node == null || node.isMissingNode()) {
            throw new IOException("an empty body, status " + status);
        }
        return node;
    }

    /** How long the gateway asks to wait before the next try, in whole seconds (RFC 9110, 10.2.3). */
    public Optional<Duration> retryAfter() {
        return headers.firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    /** The gateway could not answer now, and nothing was accepted for this request. */
    public boolean mayComeBack() {
        return status == 503 || status == 429;
    }

    @Override
    public String toString() {
        return "Reply[status=" + status + "]";
    }
}
