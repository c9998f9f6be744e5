package mo.farol.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The processes that a run started, listed in a file: a run that was itself killed leaves some behind, and the next one
 * ends them and only them, because a process is known by its number and its start.
 */
public final class Children {
    private static final Duration GENTLY = Duration.ofSeconds(15);

    private final Path file;

    public Children(Path file) {
        this.file = file;
    }

    /** Adds one that was just started. */
    public synchronized Process add(Process child) throws IOException {
        Files.writeString(file, name(child.toHandle()) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return child;
    }

    /** Ends what an earlier run left. @return how many there were */
    public synchronized int endLeftovers() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        List<ProcessHandle> left = Files.readAllLines(file).stream()
                .flatMap(line -> find(line).stream())
                .toList();
        left.forEach(Children::end);
        Files.delete(file);
        return left.size();
    }

    private static Optional<ProcessHandle> find(String line) {
        return line.matches("\\d+ \\d+")
                ? ProcessHandle.of(Long.parseLong(line.substring(0, line.indexOf(' '))))
                        .filter(process -> name(process).equals(line))
                : Optional.empty();
    }

    private static String name(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    /** Ends a process and all that it started: asks first, and takes what is left after a while. */
    public static void end(ProcessHandle process) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        process.destroy();
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, GENTLY.toSeconds(), TimeUnit.SECONDS)
                .join();
        all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }
}
