package mo.farol.bench.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HotPathTest {
    @Test
    void readsTheRatio() throws IOException {
        assertThat(HotPath.parse("HPKE NATIVE  75.2 us  1.16 x floor\nP2=1.16\n"))
                .isEqualTo(1.16);
    }

    @Test
    void saysWhenThereIsNone() {
        assertThatThrownBy(() -> HotPath.parse("P2=\n")).isInstanceOf(IOException.class);
    }
}
