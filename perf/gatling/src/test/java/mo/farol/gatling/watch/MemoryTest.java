package mo.farol.gatling.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final int MEBI = 1024 * 1024;

    private final Memory memory = new Memory();

    @Test
    void readsWhatAGatewayTellsAndSaysHowItGrew() {
        assertThat(memory.add(0, page(200, 50, 10, 20)))
                .isEqualTo("resident 200.0 MiB, heap 50.0 MiB, heap after collections 30.0 MiB");
        memory.add(1800, page(205, 90, 10, 20));
        memory.add(3600, page(210, 40, 10, 20));
        assertThat(memory.trend())
                .isEqualTo("resident 200.0 MiB -> 210.0 MiB, +10.0 MiB an hour;"
                        + " heap after collections 30.0 MiB -> 30.0 MiB, +0.0 MiB an hour");
    }

    @Test
    void saysWhatIsNotTold() {
        assertThat(memory.add(0, new PrometheusText("process_resident_memory_bytes NaN\n")))
                .startsWith("resident not told, heap not told");
        assertThat(memory.trend()).startsWith("resident: too few looks");
    }

    private static PrometheusText page(int resident, int heap, int eden, int old) {
        return new PrometheusText("# TYPE process_resident_memory_bytes gauge\n"
                + "process_resident_memory_bytes " + resident * (double) MEBI + "\n"
                + "jvm_memory_used_bytes{area=\"heap\"} " + heap * (double) MEBI + "\n"
                + "jvm_memory_used_bytes{area=\"nonheap\"} 7.0\n"
                + "jvm_memory_pool_collection_used_bytes{pool=\"Eden Space\"} " + eden * (double) MEBI + "\n"
                + "jvm_memory_pool_collection_used_bytes{pool=\"Tenured Gen\"} " + old * (double) MEBI + "\n"
                + "process_resident_memory_bytes_max words\n");
    }
}
