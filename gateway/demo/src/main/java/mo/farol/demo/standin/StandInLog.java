package mo.farol.demo.standin;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/** One line for each thing a stand-in did. Never whose: no numbers, handles or addresses. Safe for use by many threads. */
public final class StandInLog implements AutoCloseable {
    private final BufferedWriter out;
    private final Clock clock;

    /** Goes on at the end of the file. */
    public StandInLog(Path file, Clock clock) throws IOException {
        this.out = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        this.clock = clock;
    }

    synchronized void line(String standIn, String what) throws IOException {
        out.write(clock.instant() + " [" + Mark.TEXT + "] " + standIn + ": " + what + "\n");
        out.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
