package mo.farol.gatling.watch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Watches this very program: how busy it was, and how late it woke. A generator that has no processor left measures itself.
 */
public final class GeneratorWatch implements AutoCloseable {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int LATE_MILLIS = 100;
    private static final double BUSY = 0.8;

    private final OperatingSystemMXBean self =
            (OperatingSystemMXBean) ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("generator").unstarted(work));
    private final long began = System.nanoTime();
    private final long cpuBefore = self.getProcessCpuTime();
    private long last = began;
    private long latest;

    private GeneratorWatch() {}

    public static GeneratorWatch start() {
        GeneratorWatch watch = new GeneratorWatch();
        watch.ticking.scheduleWithFixedDelay(watch::tick, 0, TICK, TimeUnit.NANOSECONDS);
        return watch;
    }

    private synchronized void tick() {
        long now = System.nanoTime();
        latest = Math.max(latest, now - last - TICK);
        last = now;
    }

    public synchronized Finding finding() {
        double cores = self.getAvailableProcessors();
        double busy = (self.getProcessCpuTime() - cpuBefore) / (double) (System.nanoTime() - began) / cores;
        return Finding.note(text(busy, (int) cores, latest / 1_000_000));
    }

    /** @param busy its share of all processors, 0 to 1 */
    static String text(double busy, int cores, long lateMillis) {
        String figures = String.format(
                Locale.ROOT, "generator: %.0f %% of %d processors, at most %d ms late", busy * 100, cores, lateMillis);
        return busy > BUSY || lateMillis > LATE_MILLIS
                ? figures + ". That is in the figures too: see perf/load.md, the generator's own limits"
                : figures;
    }

    @Override
    public void close() {
        ticking.shutdownNow();
    }
}
