package mo.farol.server.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import mo.farol.core.accesslog.audit.AuditedEntry;
import mo.farol.core.accesslog.audit.LogSource;
import mo.farol.core.accesslog.note.NoteKey;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.TileId;
import mo.farol.core.accesslog.tree.TilePath;
import mo.farol.core.accesslog.tree.TreeHash;

/** Writes a log into a folder, as {@link ExportFolder} reads it; its owner alone may look into that. */
final class Exporting {
    private final LogSource source;
    private final SignedCheckpoint head;

    Exporting(LogSource source, SignedCheckpoint head) {
        this.source = source;
        this.head = head;
    }

    void into(Path folder, NoteKey key) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(folder.resolve(ExportFolder.KEY), key.text() + "\n");
        Files.writeString(folder.resolve(ExportFolder.CHECKPOINT), head.note());
        records(folder.resolve(ExportFolder.RECORDS));
        tiles(folder.resolve("tile"));
    }

    private void records(Path file) throws IOException {
        long size = head.checkpoint().size();
        try (BufferedWriter out = Files.newBufferedWriter(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (long from = 0; from < size; from += TileId.WIDTH) {
                List<AuditedEntry> entries = source.entries(from, (int) Math.min(TileId.WIDTH, size - from));
                for (AuditedEntry entry : entries) {
                    ExportFolder.write(out, entry);
                }
            }
        }
    }

    private void tiles(Path folder) throws IOException {
        long size = head.checkpoint().size();
        for (int level = 0; new TileId(level, 0).widthIn(size) > 0; level++) {
            for (long number = 0; new TileId(level, number).widthIn(size) > 0; number++) {
                TileId id = new TileId(level, number);
                byte[] hashes = source.tile(id).orElse(new byte[0]);
                int bytes = Math.min(hashes.length, id.widthIn(size) * TreeHash.LENGTH);
                if (bytes >= TreeHash.LENGTH) {
                    Path file = folder.resolve(new TilePath(level, number, bytes / TreeHash.LENGTH).text());
                    Files.createDirectories(file.resolveSibling(".").normalize());
                    Files.write(file, Arrays.copyOf(hashes, bytes));
                }
            }
        }
    }
}
