package mo.farol.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that waits for three seconds and tells the wall clock and how long that took, in ms, and its CPU time, in ticks. */
final class ToldTime {
    private ToldTime() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        Object monitor = new Object();
        synchronized (monitor) {
            monitor.wait(1);
            long before = ticks();
            long began = System.nanoTime();
            monitor.wait(3000);
            long waited = (System.nanoTime() - began) / 1_000_000;
            System.out.println(System.currentTimeMillis() + " " + waited + " " + (ticks() - before));
        }
    }

    /** Of this process, from the kernel: the library changes what the C library's clocks say. */
    private static long ticks() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }
}
