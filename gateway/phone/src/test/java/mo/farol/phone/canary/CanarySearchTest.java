package mo.farol.phone.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanarySearchTest {
    private static final List<String> VALUES =
            List.of("金絲雀𠮷", "CANÁRIO da Silva", "7316042(9)", "canary+1@example.mo", "say \"canary\"");

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "{\"sub\":\""})
    void findsEachValueInEveryEncodingWhateverStandsAroundIt(String before) throws IOException {
        for (String value : VALUES) {
            CanarySearch search = new CanarySearch(List.of(new Canary("c", value), new Canary("other", "elsewhere")));
            for (String written : written(before + value + "xyz")) {
                assertThat(search.in("here", written.getBytes(StandardCharsets.UTF_8)))
                        .as("%s in %s", value, written)
                        .isNotEmpty()
                        .allSatisfy(hit -> assertThat(hit.canary()).isEqualTo("c"));
            }
        }
    }

    private static List<String> written(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String url = URLEncoder.encode(text, StandardCharsets.UTF_8);
        ObjectMapper ascii = new ObjectMapper();
        ascii.configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true);
        return List.of(
                new ObjectMapper().writeValueAsString(Map.of("v", text)),
                ascii.writeValueAsString(Map.of("v", text)),
                url,
                url.replace("+", "%20"),
                HexFormat.of().formatHex(utf8),
                HexFormat.of().withUpperCase().formatHex(utf8),
                Base64.getEncoder().encodeToString(utf8),
                Base64.getUrlEncoder().withoutPadding().encodeToString(utf8));
    }

    @Test
    void findsNothingWhereNothingIs() {
        CanarySearch search = new CanarySearch(
                VALUES.stream().map(value -> new Canary(value, value)).toList());
        assertThat(search.in(
                        "here", "a line of a log, 7316042 (9), 金絲, canary@example.mo".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(search.in("here", new byte[0])).isEmpty();
        assertThat(search.in("here", new byte[100_000])).isEmpty();
    }

    @Test
    void looksThroughAFolderAndSaysWhere(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectories(folder.resolve("a").resolve("b")).resolve("log");
        Files.writeString(file, "12345 7316042(9)");
        CanarySearch search = new CanarySearch(List.of(new Canary("number", "7316042(9)")));
        assertThat(search.in(folder)).containsExactly(new Hit("number", "plain", file.toString(), 6));
    }

    @Test
    void refusesWhatIsTooShortToBeFound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CanarySearch(List.of(new Canary("c", "a"))))
                .withMessage("Canary[c] is too short to look for");
    }
}
