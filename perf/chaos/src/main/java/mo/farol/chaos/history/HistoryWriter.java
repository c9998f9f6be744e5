package mo.farol.chaos.history;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes a history, one JSON object a line, by a thread of its own. Bounded: who hands over a line waits while too many
 * are. Nothing is handed over to it that is a field's value.
 */
public final class HistoryWriter implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int WAITING = 8192;

    private final BlockingQueue<Line> waiting = new ArrayBlockingQueue<>(WAITING);
    private final OutputStream file;
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable IOException failed;

    private HistoryWriter(OutputStream file) {
        this.file = file;
        this.thread = Thread.ofPlatform().name("history").daemon().start(this::write);
    }

    /** Begins a new file. */
    public static HistoryWriter to(Path file) throws IOException {
        return new HistoryWriter(new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    /** Waits while the buffer is full. */
    public void write(Line line) throws InterruptedException {
        while (!waiting.offer(line, 100, TimeUnit.MILLISECONDS)) {
            if (!thread.isAlive()) {
                throw new IllegalStateException("the history is no longer written", failed);
            }
        }
    }

    private void write() {
        try {
            while (!closing || !waiting.isEmpty()) {
                Line line = waiting.poll(50, TimeUnit.MILLISECONDS);
                if (line == null) {
                    file.flush();
                } else {
                    file.write(JSON.writeValueAsBytes(line));
                    file.write('\n');
                }
            }
        } catch (IOException e) {
            failed = e;
        } catch (InterruptedException e) {
            failed = new IOException("interrupted", e);
        }
    }

    /** Returns when every line is in the file. @throws IOException when one could not be written */
    @Override
    public void close() throws IOException, InterruptedException {
        closing = true;
        thread.join();
        file.close();
        IOException why = failed;
        if (why != null) {
            throw why;
        }
    }
}
