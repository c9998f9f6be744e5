package mo.farol.bench.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsTest {
    @Test
    void areWholeRequestsOfTerminalsThatTakeTurns() {
        List<byte[]> requests = Requests.verifications(List.of("EID1:A", "EID1:B", "EID1:C"), List.of("one", "two"));
        String third = new String(requests.get(2), StandardCharsets.US_ASCII);
        String body = third.substring(third.indexOf("\r\n\r\n") + 4);
        assertThat(third)
                .startsWith("POST /v1/verifications HTTP/1.1\r\n")
                .contains("\r\nAuthorization: Bearer one\r\n", "\r\nContent-Length: " + body.length() + "\r\n");
        assertThat(body).contains("\"code\":\"EID1:C\"");
    }

    @Test
    void areAnsweredByACodeAnOutcomeOrAStatus() {
        assertThat(Requests.outcome("HTTP/1.1 200 OK\r\n\r\n{\"outcome\":\"verified\",\"receipt\":{}}"))
                .isEqualTo("verified");
        assertThat(Requests.outcome("HTTP/1.1 200 OK\r\n\r\n{\"outcome\":\"refused\",\"code\":\"already_used\"}"))
                .isEqualTo("already_used");
        assertThat(Requests.outcome("HTTP/1.1 502 Bad Gateway\r\n\r\n")).isEqualTo("502");
    }
}
