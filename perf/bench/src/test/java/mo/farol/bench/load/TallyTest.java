package mo.farol.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void readsWhatTheScriptPrints() throws IOException {
        Tally tally = Tally.parse("Running 1m test @ http://127.0.0.1:8080\nanswers: verified=19998 429=2\n");
        assertThat(tally).hasToString("429=2 verified=19998");
        assertThat(tally.plus(Tally.of(Map.of("429", 1L)))).hasToString("429=3 verified=19998");
    }

    @Test
    void saysWhenWrkEndedWithoutItsAnswers() {
        assertThatThrownBy(() -> Tally.parse("Running 1m test\n  Socket errors: connect 32\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not get all its answers");
        assertThatThrownBy(() -> Tally.parse("answers: verified")).isInstanceOf(IOException.class);
    }

    @Test
    void isContentOnlyWhenEveryAnswerSaidWhatWasWanted() {
        assertThatCode(() -> Tally.of(Map.of("verified", 5L)).require("verified", 5))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Tally.of(Map.of("verified", 4L, "expired", 1L)).require("verified", 5))
                .isInstanceOf(WrongAnswers.class)
                .hasMessage("wanted verified=5, got expired=1 verified=4");
        assertThatThrownBy(() -> Tally.of(Map.of("verified", 4L)).require("verified", 5))
                .isInstanceOf(WrongAnswers.class);
        assertThatThrownBy(() -> Tally.of(Map.of()).require("verified", 5)).hasMessageContaining("no answer");
    }
}
