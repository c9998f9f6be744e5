package mo.farol.bench.goal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mo.farol.bench.world.Deployment;

/** Requests as bytes on the wire, made before the clock runs. */
final class Requests {
    private static final String END = "\r\n\r\n";

    private Requests() {}

    /** Verifications; the terminals take turns. */
    static List<byte[]> verifications(List<String> codes, List<String> tokens) {
        String run = UUID.randomUUID().toString();
        List<byte[]> requests = new ArrayList<>(codes.size());
        for (int i = 0; i < codes.size(); i++) {
            String body = "{\"code\":\"" + codes.get(i) + "\",\"purpose\":\"" + Deployment.NAMES + "\"}";
            requests.add(bytes("POST /v1/verifications HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                    + tokens.get(i % tokens.size())
                    + "\r\nIdempotency-Key: " + run + "-" + i
                    + "\r\nContent-Type: application/json\r\nAccept-Language: en\r\nContent-Length: " + body.length()
                    + END + body));
        }
        return requests;
    }

    /** Single-use tokens at the peer. */
    static List<byte[]> bearers(List<String> tokens) {
        return tokens.stream()
                .map(token -> bytes("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + END))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What an answer to a verification says: its code or outcome, or else its status. */
    static String outcome(String answer) {
        String code = value(answer, "\"code\":\"");
        String said = code.isEmpty() ? value(answer, "\"outcome\":\"") : code;
        return said.isEmpty() ? status(answer) : said;
    }

    private static String value(String answer, String before) {
        int at = answer.indexOf(before);
        int from = at + before.length();
        return at < 0 ? "" : answer.substring(from, answer.indexOf('"', from));
    }

    /** {@code 200} of {@code HTTP/1.1 200 OK}. */
    static String status(String answer) {
        int blank = answer.indexOf(' ');
        return answer.substring(blank + 1, Math.min(answer.length(), blank + 4));
    }
}
