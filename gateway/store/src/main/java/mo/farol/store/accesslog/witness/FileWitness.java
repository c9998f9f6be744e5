package mo.farol.store.accesslog.witness;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.note.LogKey;
import mo.farol.core.accesslog.note.LogName;
import mo.farol.core.accesslog.note.SignedCheckpoint;

/**
 * A file that only grows, one signed checkpoint after the other, each on the disk before it counts. It is worth something
 * on a disk, and in hands, that the database's are not.
 */
public final class FileWitness implements Witness {
    private final Vertx vertx;
    private final Path file;
    private final LogName name;
    private final LogKey key;

    public FileWitness(Vertx vertx, Path file, LogName name, LogKey key) {
        this.vertx = vertx;
        this.file = file;
        this.name = name;
        this.key = key;
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public Future<Optional<SignedCheckpoint>> last() {
        return vertx.executeBlocking(() -> Files.exists(file) ? read() : Optional.empty());
    }

    @Override
    public Future<Shown> show(SignedCheckpoint newer, Extension extension) {
        return vertx.executeBlocking(() -> {
            append(newer);
            return new Shown.Kept(Optional.empty());
        });
    }

    private Optional<SignedCheckpoint> read() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return WitnessedNotes.last(channel, name, key);
        }
    }

    private void append(SignedCheckpoint newer) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Optional<SignedCheckpoint> last = WitnessedNotes.last(channel, name, key);
            if (last.isPresent() && !isAfter(newer, last.get())) {
                return;
            }
            // What a crash cut off stays as it is; the note begins on a line of its own.
            channel.position(channel.size());
            String note = (WitnessedNotes.endsCleanly(channel) ? "" : "\n\n") + newer.note() + "\n";
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(note);
            channel.position(channel.size());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            assert lock.isValid();
        }
    }

    private boolean isAfter(SignedCheckpoint newer, SignedCheckpoint last) {
        int epoch = name.epoch(newer.checkpoint().origin()).orElseThrow();
        int before = name.epoch(last.checkpoint().origin()).orElseThrow();
        return epoch > before
                || epoch == before
                        && newer.checkpoint().size() > last.checkpoint().size();
    }
}
