package mo.farol.token.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Four hours each, by hand: {@code JAZZER_FUZZ=1 ./mvnw -pl gateway/token test -Dtest=LongFuzz#text}. */
class LongFuzz {
    @MethodSource("mo.farol.token.fuzz.Seeds#texts")
    @FuzzTest(maxDuration = "4h")
    void base45(byte[] input) {
        assertThatCode(() -> Targets.base45(input)).doesNotThrowAnyException();
    }

    @MethodSource("mo.farol.token.fuzz.Seeds#layers")
    @FuzzTest(maxDuration = "4h")
    void cbor(byte[] input) {
        assertThatCode(() -> Targets.cbor(input)).doesNotThrowAnyException();
    }

    @MethodSource("mo.farol.token.fuzz.Seeds#layers")
    @FuzzTest(maxDuration = "4h")
    void layers(byte[] input) {
        assertThatCode(() -> Targets.layers(input)).doesNotThrowAnyException();
    }

    @MethodSource("mo.farol.token.fuzz.Seeds#texts")
    @FuzzTest(maxDuration = "4h")
    void text(byte[] input) {
        assertThatCode(() -> Targets.text(input)).doesNotThrowAnyException();
    }

    @MethodSource("mo.farol.token.fuzz.Seeds#signatures")
    @FuzzTest(maxDuration = "4h")
    void signature(byte[] input) {
        assertThatCode(() -> Targets.signature(input)).doesNotThrowAnyException();
    }

    @MethodSource("mo.farol.token.fuzz.Seeds#challenges")
    @FuzzTest(maxDuration = "4h")
    void challenge(byte[] input) {
        assertThatCode(() -> Targets.challenge(input)).doesNotThrowAnyException();
    }
}
