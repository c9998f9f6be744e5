package mo.farol.token.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import mo.farol.token.CodeParser;
import mo.farol.token.NotReadable;
import org.junit.jupiter.api.Test;

/** Other people's QR texts, and texts that broke other people's programs. */
class ForeignTextTest {
    @Test
    void refusesEveryForeignCode() {
        List<String> texts = texts("foreign-qr/hc1_sample.json");
        assertThat(texts).hasSize(40);
        // Also when dressed up as ours: with our prefix in place of, or in front of, theirs.
        assertThat(texts.stream().flatMap(text -> Stream.of(text, text.replace("HC1:", "EID1:"), "EID1:" + text)))
                .allSatisfy(ForeignTextTest::isNotReadable);
    }

    @Test
    void refusesEveryNaughtyString() {
        List<String> texts = texts("strings/naughty_half.json");
        assertThat(texts).hasSize(258);
        assertThat(texts.stream().flatMap(text -> Stream.of(text, "EID1:" + text)))
                .allSatisfy(ForeignTextTest::isNotReadable);
    }

    private static void isNotReadable(String text) {
        assertThatExceptionOfType(NotReadable.class).isThrownBy(() -> CodeParser.parse(text));
    }

    private static List<String> texts(String path) {
        return Conformance.json(path).valueStream().map(JsonNode::asText).toList();
    }
}
