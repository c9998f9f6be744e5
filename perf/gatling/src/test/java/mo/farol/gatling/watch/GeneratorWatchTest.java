package mo.farol.gatling.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GeneratorWatchTest {
    @Test
    void saysHowBusyAndHowLateThisProgramWas() {
        assertThat(GeneratorWatch.text(0.4, 2, 12)).isEqualTo("generator: 40 % of 2 processors, at most 12 ms late");
    }

    @Test
    void warnsWhenItMeasuredItself() {
        assertThat(GeneratorWatch.text(0.9, 2, 12)).contains("the generator's own limits");
        assertThat(GeneratorWatch.text(0.1, 2, 300)).contains("the generator's own limits");
    }

    @Test
    void isNoReasonToFail() {
        try (GeneratorWatch watch = GeneratorWatch.start()) {
            assertThat(watch.finding().kept()).isTrue();
        }
    }
}
