package mo.farol.token.base45;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base45Test {
    /** RFC 9285, 4.3 and 4.4. */
    @ParameterizedTest
    @CsvSource({"BB8,AB", "%69 VD92EX0,Hello!!", "UJCLQE7W581,base-45", "QED8WEX0,ietf!"})
    void agreesWithTheExamplesOfTheStandard(String text, String bytes) throws NotBase45 {
        assertThat(Base45.decode(text, 0)).isEqualTo(bytes.getBytes(StandardCharsets.US_ASCII));
        assertThat(Base45.encode(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GGW", ":::", "::", "U6", "A", "AAAA", "bb8", "BB8\n", "BB_", "B\u00C98", "\uFF22B8", "B\u00008"
            })
    void refusesWhatIsNotCanonical(String text) {
        assertThatExceptionOfType(NotBase45.class).isThrownBy(() -> Base45.decode(text, 0));
    }

    @Test
    void reachesTheLargestValues() throws NotBase45 {
        assertThat(Base45.decode("FGW", 0)).containsExactly(0xFF, 0xFF);
        assertThat(Base45.decode("U5", 0)).containsExactly(0xFF);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void decodesWhatItEncodes(long seed) throws NotBase45 {
        Random random = new Random(seed);
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Base45.decode("EID1:" + Base45.encode(bytes), 5)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void givesEachTextThatDecodesItsOwnBytes(long seed) {
        Random random = new Random(seed);
        int decoded = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(9), 0x20, 0x60)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            decoded += isCanonicalIfItDecodes(text) ? 1 : 0;
        }
        assertThat(decoded).isPositive();
    }

    private static boolean isCanonicalIfItDecodes(String text) {
        try {
            assertThat(Base45.encode(Base45.decode(text, 0))).isEqualTo(text);
            return true;
        } catch (NotBase45 e) {
            return false;
        }
    }
}
