package mo.farol.demo.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mo.farol.phone.file.OwnerOnlyFile;

/**
 * A list of the demo's child processes on disk. A demo that was itself killed leaves children behind; the next one ends
 * them, and only them: a process is known by its number and its start.
 */
public final class Children {
    private static final Duration GENTLY = Duration.ofSeconds(5);

    private final Path file;

    public Children(Path file) {
        this.file = file;
    }

    /** Adds a process that was just started. */
    public synchronized void add(ProcessHandle child) throws IOException {
        List<String> lines = new ArrayList<>(lines());
        lines.add(child.pid() + " "
                + child.info().startInstant().orElse(Instant.EPOCH).toEpochMilli());
        OwnerOnlyFile.write(file, String.join("\n", lines) + "\n");
    }

    /** Ends what an earlier demo left running, and empties the list. */
    public synchronized int endLeftovers() throws IOException, InterruptedException {
        int ended = 0;
        for (String line : lines()) {
            String[] parts = line.split(" ", 2);
            var child = ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(process -> process.info()
                            .startInstant()
                            .map(start -> Long.toString(start.toEpochMilli()).equals(parts[1]))
                            .orElse(false));
            if (child.isPresent()) {
                end(child.get());
                ended++;
            }
        }
        Files.deleteIfExists(file);
        return ended;
    }

    private static void end(ProcessHandle child) throws InterruptedException {
        child.destroy();
        CompletableFuture<ProcessHandle> exit = child.onExit();
        try {
            exit.get(GENTLY.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            child.destroyForcibly();
        }
    }

    private List<String> lines() throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> line.matches("\\d+ \\d+"))
                        .toList()
                : List.of();
    }
}
