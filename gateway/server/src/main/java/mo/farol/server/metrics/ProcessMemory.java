package mo.farol.server.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What this process holds, in bytes, under the names that Prometheus' own clients use: {@code
 * process_resident_memory_bytes}, {@code jvm_memory_used_bytes} of the heap, and {@code
 * jvm_memory_pool_collection_used_bytes}, what was left of each heap pool after its last collection. A leak shows in the
 * last one first.
 */
final class ProcessMemory {
    private static final String KILOBYTES = " kB";
    private static final int KILO = 1024;

    private ProcessMemory() {}

    static void register(MeterRegistry registry) {
        gauge("process.resident.memory", () -> resident(Path.of("/proc/self/status")))
                .description("Memory of this process that is in RAM")
                .register(registry);
        gauge(
                        "jvm.memory.used",
                        () -> ManagementFactory.getMemoryMXBean()
                                .getHeapMemoryUsage()
                                .getUsed())
                .description("Heap in use, garbage included")
                .tag("area", "heap")
                .register(registry);
        for (MemoryPoolMXBean pool : heapPools()) {
            gauge("jvm.memory.pool.collection.used", () -> used(pool.getCollectionUsage()))
                    .description("Heap in use right after the last collection of this pool")
                    .tag("pool", pool.getName())
                    .register(registry);
        }
    }

    private static Gauge.Builder<?> gauge(String name, Supplier<Number> bytes) {
        return Gauge.builder(name, bytes).baseUnit("bytes");
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .toList();
    }

    /** A pool that has become invalid has no usage. */
    private static double used(@Nullable MemoryUsage usage) {
        return usage == null ? Double.NaN : usage.getUsed();
    }

    /** @param status as proc(5) has it; without one, on another system, not a number */
    static double resident(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:") && line.endsWith(KILOBYTES))
                    .mapToDouble(line ->
                            Double.parseDouble(line.substring("VmRSS:".length(), line.length() - KILOBYTES.length())
                                    .strip()))
                    .map(kilobytes -> kilobytes * KILO)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException noProc) {
            return Double.NaN;
        }
    }
}
