package mo.farol.server.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.VerificationRequest;
import mo.farol.server.http.RequestRefused;
import mo.farol.token.conformance.Conformance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
    private static final TerminalIdentity TERMINAL = new TerminalIdentity(1, 2, "t");

    private static VerificationRequest read(byte[] body) throws RequestRefused {
        return RequestReader.read(TERMINAL, "key", body);
    }

    private static VerificationRequest read(String body) throws RequestRefused {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsEveryMember() throws Exception {
        String body = """
                {"code":"EID1:X","purpose":"counter.identity","fields":["photo","sex"],
                 "challenge":"AAECAwQFBgcICQoLDA0ODw","staff":"s-7","place":"Guia","lane":"3","reason":"r"}""";

        VerificationRequest request = read(body);

        assertThat(request.terminal()).isEqualTo(TERMINAL);
        assertThat(request.idempotencyKey()).isEqualTo("key");
        assertThat(request.bodyHash())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(request.code()).isEqualTo("EID1:X");
        assertThat(request.purpose()).isEqualTo("counter.identity");
        assertThat(request.fields()).isEqualTo(FieldSet.of(Field.PHOTO, Field.SEX));
        assertThat(String.valueOf(request.challenge())).isEqualTo("000102030405060708090a0b0c0d0e0f");
        assertThat(request.staff()).isEqualTo("s-7");
        assertThat(request.place()).isEqualTo("Guia");
        assertThat(request.lane()).isEqualTo("3");
        assertThat(request.reason()).isEqualTo("r");
    }

    @Test
    void tellsNoFieldsNamedFromNoFieldWanted() throws RequestRefused {
        assertThat(read("{\"code\":\"c\",\"purpose\":\"p\"}").fields()).isNull();
        assertThat(read("{\"code\":\"c\",\"purpose\":\"p\",\"fields\":[]}").fields())
                .isEqualTo(FieldSet.NONE);
    }

    @Test
    void takesABlankReasonForNone() throws RequestRefused {
        assertThat(read("{\"code\":\"c\",\"purpose\":\"p\",\"reason\":\"  \"}").reason())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"code\":\"c\"}",
                "{\"purpose\":\"p\"}",
                "{\"code\":null,\"purpose\":\"p\"}",
                "{\"code\":\"c\",\"purpose\":null}",
                "{\"code\":\"c\",\"purpose\":\"\"}",
                "{\"code\":7,\"purpose\":\"p\"}",
                "{\"code\":\"c\",\"purpose\":\"p\",\"colour\":1}",
                "{\"code\":\"c\",\"code\":\"c\",\"purpose\":\"p\"}",
                "{\"code\":\"c\",\"purpose\":\"p\"} {}",
                "{\"code\":\"c\",\"purpose\":\"p\",\"fields\":\"photo\"}",
                "{\"code\":\"c\",\"purpose\":\"p\",\"fields\":[null]}",
                "{\"code\":\"c\",\"purpose\":\"p\",\"fields\":[\"shoe_size\"]}",
                "{\"code\":\"c\",\"purpose\":\"p\",\"fields\":[\"PHOTO\"]}",
                "{\"code\":\"c\",\"purpose\":\"p\",\"challenge\":\"short\"}",
                "{\"code\":\"c\",\"purpose\":\"p\",\"challenge\":\"AAECAwQFBgcICQoLDA0ODw==\"}",
                "{\"code\":\"c\",\"purpose\":\"p\",\"challenge\":\"AAECAwQFBgcICQoLDA0ODx\"}",
                "{\"code\":\"c\",\"purpose\":\"p\",\"staff\":\"\\u0000\"}",
                "{\"code\":\"c\",\"purpose\":\"p\",\"place\":\"\\ud800\"}",
                "{\"code\":\"c\",\"purpose\":\"\\u0000\"}"
            })
    void refusesWhatIsNotTheRequest(String body) {
        assertRefused(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"purpose", "staff", "place", "lane", "reason"})
    void boundsEveryText(String member) {
        String text = "x".repeat(501);
        String rest = member.equals("purpose") ? "" : ",\"purpose\":\"p\"";

        assertRefused(
                ("{\"code\":\"c\",\"" + member + "\":\"" + text + "\"" + rest + "}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesEveryTextOfTheJsonSuite() {
        for (JsonNode entry : Conformance.json("json/json_test_suite_half.json")) {
            byte[] text = Base64.getDecoder().decode(entry.path("base64").asText());
            assertRefused(text);
            assertRefused(inMember(text));
        }
    }

    /** The hostile text as the value of a member, where a lenient parser would meet it. */
    private static byte[] inMember(byte[] text) {
        byte[] head = "{\"code\":\"c\",\"purpose\":\"p\",\"fields\":{\"x\":".getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + text.length + 2];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(text, 0, body, head.length, text.length);
        body[body.length - 2] = '}';
        body[body.length - 1] = '}';
        return body;
    }

    @Test
    void letsNaughtyStringsSurvive() throws IOException, RequestRefused {
        ObjectMapper json = new ObjectMapper();
        for (JsonNode entry : Conformance.json("strings/naughty_half.json")) {
            String text = entry.asText();
            if (text.isBlank() || text.length() > 200 || text.indexOf(0) >= 0) {
                continue;
            }
            byte[] body = json.writeValueAsBytes(Map.of("code", text, "purpose", "p", "place", text));
            assertThat(read(body).place()).isEqualTo(text);
            assertThat(read(body).code()).isEqualTo(text);
        }
    }

    @Test
    void neverPrintsTheCode() throws RequestRefused {
        assertThat(read("{\"code\":\"EID1:SECRET\",\"purpose\":\"p\"}").toString())
                .doesNotContain("SECRET");
    }

    private static void assertRefused(byte[] body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_REQUEST));
    }
}
