package mo.farol.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    @Test
    void givesBackWhatWasPrinted() throws Exception {
        CommandLine command = CommandLine.of("sh", "-c", "echo $WHAT").with(Map.of("WHAT", "this"));
        assertThat(command.run()).isEqualTo("this");
    }

    @Test
    void saysInOneLineHowItFailed() {
        assertThatThrownBy(() -> CommandLine.of("sh", "-c", "echo first; echo why >&2; exit 3")
                        .run())
                .isInstanceOf(IOException.class)
                .hasMessage("sh ended with status 3: first why");
    }
}
