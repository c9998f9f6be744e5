package mo.farol.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuTest {
    @Test
    void countsAProcessWithAllThatItStartedAndNobodyElse() throws IOException {
        List<ProcStat> all = List.of(
                new ProcStat(1, 0, 1000),
                new ProcStat(10, 1, 5),
                new ProcStat(11, 10, 7),
                new ProcStat(12, 11, 11),
                new ProcStat(20, 1, 500));
        assertThat(Cpu.ticks(10, all)).isEqualTo(23);
    }

    @Test
    void saysWhenTheProcessIsGone() {
        assertThatThrownBy(() -> Cpu.ticks(10, List.of(new ProcStat(11, 10, 7))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("10 ended");
    }

    @Test
    void risesWithWhatThisProcessDoes() throws IOException {
        long before = Cpu.micros(ProcessHandle.current());
        long sink = 0;
        while (Cpu.micros(ProcessHandle.current()) - before < 50_000) {
            sink += System.nanoTime() % 7;
        }
        assertThat(sink).isNotNegative();
    }
}
