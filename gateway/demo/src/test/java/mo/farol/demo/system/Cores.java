package mo.farol.demo.system;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives whoever asks the last core and whoever answers the others, so that a figure tells of the one and not of the
 * other.
 */
final class Cores {
    private static final int LAST = Runtime.getRuntime().availableProcessors() - 1;

    private Cores() {}

    /** This process asks. @param answering what they start later goes with them */
    static void apart(List<ProcessHandle> answering) throws IOException, InterruptedException {
        if (LAST == 0) {
            return;
        }
        keep(ProcessHandle.current(), Integer.toString(LAST));
        List<ProcessHandle> all = answering.stream()
                .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                .toList();
        for (ProcessHandle one : all) {
            keep(one, LAST == 1 ? "0" : "0-" + (LAST - 1));
        }
    }

    private static void keep(ProcessHandle process, String cores) throws IOException, InterruptedException {
        Process taskset = new ProcessBuilder("taskset", "-a", "-c", "-p", cores, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (taskset.waitFor() != 0 && process.isAlive()) {
            throw new IOException("a process could not be kept on its cores");
        }
    }
}
