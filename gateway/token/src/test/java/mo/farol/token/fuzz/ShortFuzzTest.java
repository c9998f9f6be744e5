package mo.farol.token.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeds in every test run; ten seconds each in CI, with {@code JAZZER_FUZZ=1}. */
class ShortFuzzTest {
    @MethodSource("mo.farol.token.fuzz.Seeds#texts")
    @FuzzTest(maxDuration = "10s")
    void base45(byte[] input) {
        assertThatCode(() -> Targets.base45(input)).doesNotThrowAnyException();
    }

    @MethodSource("mo.farol.token.fuzz.Seeds#layers")
    @FuzzTest(maxDuration = "10s")
    void cbor(byte[] input) {
        assertThatCode(() -> Targets.cbor(input)).doesNotThrowAnyException();
    }

    @MethodSource("mo.farol.token.fuzz.Seeds#layers")
    @FuzzTest(maxDuration = "10s")
    void layers(byte[] input) {
        assertThatCode(() -> Targets.layers(input)).doesNotThrowAnyException();
    }

    @MethodSource("mo.farol.token.fuzz.Seeds#texts")
    @FuzzTest(maxDuration = "10s")
    void text(byte[] input) {
        assertThatCode(() -> Targets.text(input)).doesNotThrowAnyException();
    }

    @MethodSource("mo.farol.token.fuzz.Seeds#signatures")
    @FuzzTest(maxDuration = "10s")
    void signature(byte[] input) {
        assertThatCode(() -> Targets.signature(input)).doesNotThrowAnyException();
    }

    @MethodSource("mo.farol.token.fuzz.Seeds#challenges")
    @FuzzTest(maxDuration = "10s")
    void challenge(byte[] input) {
        assertThatCode(() -> Targets.challenge(input)).doesNotThrowAnyException();
    }
}
