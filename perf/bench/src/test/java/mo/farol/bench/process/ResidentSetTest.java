package mo.farol.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ResidentSetTest {
    @Test
    void readsKibibytes() throws IOException {
        assertThat(ResidentSet.parse("Name:\tjava\nVmHWM:\t  900 kB\nVmRSS:\t  512 kB\nThreads:\t1\n"))
                .isEqualTo(524_288);
    }

    @Test
    void saysWhenThereIsNone() {
        assertThatThrownBy(() -> ResidentSet.parse("Name:\tjava\nState:\tZ (zombie)\n"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void ofThisProcessIsMoreThanAMegabyte() throws IOException {
        assertThat(ResidentSet.bytes(ProcessHandle.current())).isGreaterThan(1 << 20);
    }
}
