package mo.farol.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProcStatTest {
    private static final String TIMES = "1 42 42 0 -1 4194560 100 0 0 0 250 50 7 3 20 0 1 0 12345 1000 10";

    @Test
    void addsUserAndSystemTimeOfTheProcessAndOfItsEndedChildren() {
        assertThat(ProcStat.parse("42 (postgres) S " + TIMES)).isEqualTo(new ProcStat(42, 1, 310));
    }

    @Test
    void isNotMisledByANameWithBlanksAndParentheses() {
        assertThat(ProcStat.parse("42 (a) S 7 (b) R " + TIMES)).isEqualTo(new ProcStat(42, 1, 310));
    }

    @Test
    void refusesWhatIsNoSuchLine() {
        assertThatThrownBy(() -> ProcStat.parse("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcStat.parse("42 (cut) S 1 42"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whole");
    }
}
