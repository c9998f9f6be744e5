package mo.farol.chaos.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeClockTest {
    private static final int FEW_TICKS = 20;

    @ParameterizedTest
    @ValueSource(longs = {-3600, 3, 120})
    void setsTheWallClockAndLetsAWaitRest(long seconds) throws Exception {
        assumeThat(FakeClock.library()).isPresent();
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ToldTime.class.getName());
        program.environment().putAll(FakeClock.by(Duration.ofSeconds(seconds)));
        long before = System.currentTimeMillis();
        Process process = program.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        long after = System.currentTimeMillis();
        assertThat(told).matches("\\d+ \\d+ \\d+\\s");
        String[] words = told.strip().split(" ");
        assertThat(Long.parseLong(words[0]) - 1000 * seconds).isBetween(before, after);
        assertThat(Long.parseLong(words[1])).as("ms").isGreaterThanOrEqualTo(2_900);
        assertThat(Long.parseLong(words[2]))
                .as("ticks of a hundredth of a second")
                .isLessThan(FEW_TICKS);
    }
}
