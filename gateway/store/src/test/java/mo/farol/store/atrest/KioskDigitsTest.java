package mo.farol.store.atrest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskDigitsTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path directory;

    private KioskDigits digits;

    @BeforeEach
    void create() throws IOException {
        digits = digits("keys.p12");
    }

    @Test
    void aChallengeAlwaysHasTheSameEightDigitsUnderTheSameKeys() throws IOException {
        UUID challenge = UUID.randomUUID();
        assertThat(digits.of(challenge)).matches("\\d{8}").isEqualTo(digits.of(challenge));
        assertThat(digits("others.p12").of(challenge)).isNotEqualTo(digits.of(challenge));
    }

    @Test
    void numbersSpreadOverAllThatThereAre() {
        Set<String> drawn = new HashSet<>();
        int[] byFirst = new int[10];
        for (int i = 0; i < 20_000; i++) {
            String number = digits.of(UUID.randomUUID());
            drawn.add(number);
            byFirst[number.charAt(0) - '0']++;
        }
        // 20,000 of 10^8: two collisions are expected, twenty never; 2,000 of each first digit, give or take 42.
        assertThat(drawn).hasSizeGreaterThan(19_980);
        for (int count : byFirst) {
            assertThat(count).isBetween(1_700, 2_300);
        }
    }

    @Test
    void hashesWhatIsTypedUnderTheKey() throws IOException {
        assertThat(digits.hash("01234567"))
                .hasSize(32)
                .isEqualTo(digits.hash("01234567"))
                .isNotEqualTo(digits.hash("01234568"))
                .isNotEqualTo(digits("others.p12").hash("01234567"));
        assertThat(digits.hash("not a number \u0001")).hasSize(32);
    }

    private KioskDigits digits(String name) throws IOException {
        Path file = directory.resolve(name);
        AtRestKeys.create(file, "secret", RANDOM);
        return new KioskDigits(AtRestKeys.load(file, "secret"));
    }
}
