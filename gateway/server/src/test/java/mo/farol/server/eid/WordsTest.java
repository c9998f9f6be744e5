package mo.farol.server.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import mo.farol.core.binding.Channel;
import mo.farol.server.http.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "Lost", "lost phone", "lost\n", "perdu\u00e9", "x x"})
    void takeOnlyPlainReasons(@Nullable String text) {
        assertThatThrownBy(() -> Words.reason(text)).isInstanceOf(RequestRefused.class);
    }

    @Test
    void takeReasonsOfUpToSixtyFourCharacters() throws RequestRefused {
        assertThat(Words.reason("a".repeat(64))).hasSize(64);
        assertThatThrownBy(() -> Words.reason("a".repeat(65))).isInstanceOf(RequestRefused.class);
        assertThat(Words.optionalReason(null)).isNull();
    }

    @Test
    void findAConstantByItsNameInTheApiOnly() throws RequestRefused {
        assertThat(Words.oneOf(Channel.values(), "one_account_web")).isEqualTo(Channel.ONE_ACCOUNT_WEB);
        assertThatThrownBy(() -> Words.oneOf(Channel.values(), "ONE_ACCOUNT_WEB"))
                .isInstanceOf(RequestRefused.class);
        assertThatThrownBy(() -> Words.oneOf(Channel.values(), null)).isInstanceOf(RequestRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "6F1D2C3A-1111-4C3A-9D2E-0A1B2C3D4E5F",
                "6f1d2c3a11114c3a9d2e0a1b2c3d4e5f",
                "6f1d2c3a-1111-4c3a-9d2e-0a1b2c3d4e5",
                "1-1-1-1-1",
                "6f1d2c3a-1111-4c3a-9d2e-0a1b2c3d4e5f "
            })
    void takeOnlyCanonicalHandles(String text) {
        assertThat(Handles.parse(text)).isEmpty();
    }

    @Test
    void readACanonicalHandle() {
        assertThat(Handles.parse("6f1d2c3a-1111-4c3a-9d2e-0a1b2c3d4e5f"))
                .contains(UUID.fromString("6f1d2c3a-1111-4c3a-9d2e-0a1b2c3d4e5f"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "AAA=", "AAB", "AA A", "AA+A", "AAAA", "@@@", "AA"})
    void takeOnlyCanonicalBase64urlOfTheRightLength(@Nullable String text) {
        assertThatThrownBy(() -> Base64Text.url(text, 2)).isInstanceOf(RequestRefused.class);
    }

    @Test
    void readCanonicalBase64() throws RequestRefused {
        assertThat(Base64Text.url("AAE", 2)).containsExactly(0, 1);
        assertThat(Base64Text.padded("AAE=", 4)).containsExactly(0, 1);
        assertThatThrownBy(() -> Base64Text.padded("AAE=", 3)).isInstanceOf(RequestRefused.class);
        assertThatThrownBy(() -> Base64Text.padded("AAE", 4)).isInstanceOf(RequestRefused.class);
    }

    @Test
    void tellTimesAsPeopleInMacauReadThem() {
        assertThat(MacauTime.of(Instant.parse("2026-11-24T18:00:00Z"))).isEqualTo("2026-11-25T02:00:00.000+08:00");
    }
}
