package mo.farol.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadingTest {
    @Test
    void tellsTheDateTheMachineAndHowMuch() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);
        assertThat(Heading.of(Options.parse(List.of("--quick", "--only", "P1,P6")), clock))
                .startsWith("# 2026-11-26: ./farol bench\n\n")
                .contains(" cores of ", "2 pairs, 3000 requests a step, goals P1,P6.");
    }

    @Test
    void findsTheProcessorsName() {
        assertThat(Heading.processor(List.of("processor\t: 0", "model name\t: Some CPU 9000")))
                .isEqualTo("Some CPU 9000");
        assertThat(Heading.processor(List.of())).isEqualTo("an unknown processor");
    }
}
