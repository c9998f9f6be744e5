package mo.farol.cluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmFlagsTest {
    @Test
    void areThoseThatTheseTestsRunWith() {
        assertThat(JvmFlags.missing(ManagementFactory.getRuntimeMXBean().getInputArguments()))
                .isEmpty();
    }

    @Test
    void namesWhatIsMissingInEitherSpelling() {
        assertThat(JvmFlags.missing(JvmFlags.REQUIRED)).isEmpty();
        assertThat(JvmFlags.missing(List.of())).isEqualTo(JvmFlags.REQUIRED);
        List<String> withoutFirst = JvmFlags.REQUIRED.subList(1, JvmFlags.REQUIRED.size());
        assertThat(JvmFlags.missing(withoutFirst)).containsExactly(JvmFlags.REQUIRED.getFirst());
        assertThat(JvmFlags.missing(List.of("--add-modules", "java.se"))).hasSize(JvmFlags.REQUIRED.size() - 1);
    }
}
