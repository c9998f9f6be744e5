package mo.farol.server.importing;

import static mo.farol.server.testing.Awaiting.await;

import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import mo.farol.server.command.UsageError;
import mo.farol.store.testing.TestDatabase;

/** One database, and imports into it as the command does them. */
final class ImportCase implements AutoCloseable {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T04:00:00Z"));

    final TestDatabase database = TestDatabase.create();
    final Vertx vertx = Vertx.vertx();
    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    ImportCase(Path folder) {
        this.folder = folder;
    }

    Path file(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream into = Files.newOutputStream(file);
                OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(into) : into) {
            packed.write(content);
        }
        return file;
    }

    Path file(String name, String... lines) throws IOException {
        return file(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** @return whether every row was loaded */
    boolean load(Path file, String... options) throws InterruptedException, UsageError {
        List<String> words = new java.util.ArrayList<>(List.of(file.toString(), "--config", "unused"));
        words.addAll(List.of(options));
        out.reset();
        err.reset();
        return new ImportJob(
                        ImportOrder.read(words),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        CLOCK)
                .run(vertx, database.config());
    }

    List<String> report(Path file) throws IOException {
        return Files.readAllLines(Path.of(file + ".rejected.csv"));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    long count(String table) {
        return database.number("SELECT count(*) FROM " + table);
    }

    @Override
    public void close() {
        await(vertx.close());
        database.close();
    }
}
