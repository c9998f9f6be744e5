package mo.farol.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import mo.farol.api.verification.VerificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @Test
    void readsARequest() throws Exception {
        VerificationRequest request = StrictJson.read(
                utf8("{\"code\":\"EID1:0\",\"purpose\":\"counter.identity\",\"fields\":[\"photo\"]}"),
                VerificationRequest.class);

        assertThat(request.code()).isEqualTo("EID1:0");
        assertThat(request.fields()).isEqualTo(List.of("photo"));
        assertThat(request.lane()).isNull();
        assertThat(request.toString()).doesNotContain("EID1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"code\"",
                "{\"purpose\":\"p\"}",
                "{\"code\":\"a\",\"purpose\":\"p\",\"code\":\"b\"}",
                "{\"code\":\"a\",\"purpose\":\"p\",\"name\":\"b\"}",
                "{\"code\":\"a\",\"purpose\":\"p\"} {}",
                "{\"code\":\"a\",\"purpose\":\"p\"}x",
                "{\"code\":1,\"purpose\":\"p\"}",
                "{\"code\":true,\"purpose\":\"p\"}",
                "{\"code\":1.5,\"purpose\":\"p\"}",
                "{\"code\":\"a\",\"purpose\":\"p\",\"fields\":\"photo\"}",
                "{\"code\":\"a\",\"purpose\":\"p\",\"fields\":[[\"photo\"]]}",
                "{\"code\":\"a\",\"purpose\":\"p\",}",
                "{'code':'a','purpose':'p'}",
                "\uFEFF{\"code\":\"a\",\"purpose\":\"p\"}",
                "{\"code\":\"a\nb\",\"purpose\":\"p\"}"
            })
    void refusesWhatIsNotExactlyARequest(String text) {
        assertThatExceptionOfType(InvalidJson.class)
                .isThrownBy(() -> StrictJson.read(utf8(text), VerificationRequest.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.5", "1e3", "\"1\"", "9223372036854775808", "true"})
    void takesOnlyAWholeNumberForANumber(String number) {
        assertThatExceptionOfType(InvalidJson.class)
                .isThrownBy(() -> StrictJson.read(utf8("{\"count\":" + number + "}"), Counted.class));
    }

    private record Counted(Long count) {}

    @Test
    void refusesBytesThatAreNotUtf8AndDeepNesting() {
        byte[] latin1 = "{\"code\":\"é\",\"purpose\":\"p\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] deep = utf8("{\"code\":\"a\",\"purpose\":\"p\",\"fields\":" + "[".repeat(100_000));

        assertThatExceptionOfType(InvalidJson.class)
                .isThrownBy(() -> StrictJson.read(latin1, VerificationRequest.class));
        assertThatExceptionOfType(InvalidJson.class).isThrownBy(() -> StrictJson.read(deep, VerificationRequest.class));
    }

    @Test
    void repeatsNothingOfABadTextInItsException() {
        assertThatExceptionOfType(InvalidJson.class)
                .isThrownBy(() -> StrictJson.read(utf8("{\"code\":\"canary\"} x"), VerificationRequest.class))
                .withMessageNotContaining("canary")
                .withNoCause();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
