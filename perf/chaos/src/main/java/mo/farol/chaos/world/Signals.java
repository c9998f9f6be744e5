package mo.farol.chaos.world;

import java.io.IOException;

/** Sends signals, which Java itself can only in part. */
final class Signals {
    private Signals() {}

    /** @param signal such as {@code STOP}; a process that has ended gets none */
    static void send(String signal, long pid) throws IOException, InterruptedException {
        try {
            CommandLine.of("/bin/kill", "-" + signal, Long.toString(pid)).run();
        } catch (IOException e) {
            if (ProcessHandle.of(pid).isPresent()) {
                throw e;
            }
        }
    }
}
