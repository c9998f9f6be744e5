package mo.farol.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void tellsHeapAndWhatCollectionsLeaveUnderTheUsualNames() {
        assertThat(new GatewayMetrics().text())
                .containsPattern("(?m)^jvm_memory_used_bytes\\{area=\"heap\"} \\d")
                .containsPattern("(?m)^jvm_memory_pool_collection_used_bytes\\{pool=\"[^\"]+\"} \\d")
                .contains("process_resident_memory_bytes");
    }

    @Test
    void readsTheResidentMemoryOfProc() throws IOException {
        Path status = folder.resolve("status");
        Files.writeString(status, "Name:\tjava\nVmHWM:\t  900 kB\nVmRSS:\t  512 kB\nThreads:\t4\n");
        assertThat(ProcessMemory.resident(status)).isEqualTo(512 * 1024);
    }

    @Test
    void saysNothingWhereThereIsNoProc() throws IOException {
        assertThat(ProcessMemory.resident(folder.resolve("none"))).isNaN();
        Path other = folder.resolve("other");
        Files.writeString(other, "VmRSS: much\n");
        assertThat(ProcessMemory.resident(other)).isNaN();
    }
}
