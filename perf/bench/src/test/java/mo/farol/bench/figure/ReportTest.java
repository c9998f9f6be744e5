package mo.farol.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void printsATableAndOneLine() {
        Report report = new Report();
        report.add(List.of(
                Figure.of("P1_hpke", Limit.atMost(1.3), Series.of(1.2, 1.4, 1.25)),
                Figure.of("P3", Limit.atLeast(10), Series.of(9.5)).noting("by HPKE")));
        report.missing("P4", "haproxy is not installed");
        assertThat(report.table()).isEqualTo("""
                | figure | wanted | median | spread | pairs | met | note |
                |---|---|---|---|---|---|---|
                | P1_hpke | <= 1.3 | 1.25 | 1.20 to 1.40 | 3 | yes |  |
                | P3 | >= 10 | 9.50 |  | 1 | no | by HPKE |

                P4 was not taken: haproxy is not installed
                """);
        assertThat(report.line()).isEqualTo("P1_hpke=1.25 P3=9.50");
    }

    @Test
    void isEmptyWhenNothingWasTaken() {
        Report report = new Report();
        report.missing("P1", "haproxy is not installed");
        assertThat(report.isEmpty()).isTrue();
        assertThat(report.line()).isEmpty();
        assertThat(report.table()).isEqualTo("\nP1 was not taken: haproxy is not installed\n");
    }
}
