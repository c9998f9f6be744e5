package mo.farol.bench.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The CPU that whole processes have used, from {@code /proc/PID/stat}. */
public final class Cpu {
    private static final Path PROC = Path.of("/proc");
    private static final long MICROS_PER_TICK = 1_000_000 / ProcStat.TICKS_PER_SECOND;

    private Cpu() {}

    /**
     * Microseconds of CPU that a process and all that it started have used until now, in steps of 10 ms.
     *
     * @throws IOException when it does not run
     */
    public static long micros(ProcessHandle root) throws IOException {
        return ticks(root.pid(), all()) * MICROS_PER_TICK;
    }

    private static List<ProcStat> all() throws IOException {
        List<ProcStat> all = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path each : processes) {
                ProcStat.read(each).ifPresent(all::add);
            }
        }
        return all;
    }

    /** A child that ended is in its parent's figure, a living one in its own: nothing is counted twice or lost. */
    static long ticks(long root, List<ProcStat> all) throws IOException {
        Map<Long, List<ProcStat>> children = new HashMap<>();
        long sum = -1;
        for (ProcStat each : all) {
            children.computeIfAbsent(each.parent(), parent -> new ArrayList<>()).add(each);
            sum = each.pid() == root ? each.ticks() : sum;
        }
        if (sum < 0) {
            throw new IOException("process " + root + " ended while it was measured");
        }
        List<Long> below = new ArrayList<>(List.of(root));
        while (!below.isEmpty()) {
            for (ProcStat child : children.getOrDefault(below.removeLast(), List.of())) {
                sum += child.ticks();
                below.add(child.pid());
            }
        }
        return sum;
    }
}
