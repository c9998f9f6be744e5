package mo.farol.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitTest {
    @Test
    void isMetUpToItsValue() {
        assertThat(Limit.atMost(1.3).isMetBy(1.3)).isTrue();
        assertThat(Limit.atMost(1.3).isMetBy(1.31)).isFalse();
        assertThat(Limit.atLeast(10).isMetBy(10)).isTrue();
        assertThat(Limit.atLeast(10).isMetBy(9.9)).isFalse();
    }

    @Test
    void readsAsInTheGoals() {
        assertThat(Limit.atMost(1.3)).hasToString("<= 1.3");
        assertThat(Limit.atMost(0.95)).hasToString("<= 0.95");
        assertThat(Limit.atMost(64)).hasToString("<= 64");
        assertThat(Limit.atLeast(10)).hasToString(">= 10");
    }
}
