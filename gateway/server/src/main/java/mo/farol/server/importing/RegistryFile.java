package mo.farol.server.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.function.LongConsumer;
import mo.farol.core.civilregistry.FileHash;
import mo.farol.server.command.UsageError;

/** The file to load, by the ends of its name: {@code .ndjson}, {@code .jsonl} or {@code .csv}, and {@code .gz} behind. */
final class RegistryFile {
    private static final String PACKED = ".gz";
    private static final int CHUNK = 256 * 1024;

    private final Path path;
    private final boolean packed;
    private final boolean csv;
    private final long size;
    private final FileTime changed;

    private RegistryFile(Path path, boolean packed, boolean csv) throws IOException {
        this.path = path;
        this.packed = packed;
        this.csv = csv;
        this.size = Files.size(path);
        this.changed = Files.getLastModifiedTime(path);
    }

    static RegistryFile of(Path path) throws UsageError {
        String name = path.toString().toLowerCase(Locale.ROOT);
        boolean packed = name.endsWith(PACKED);
        String inner = packed ? name.substring(0, name.length() - PACKED.length()) : name;
        if (!inner.endsWith(".ndjson") && !inner.endsWith(".jsonl") && !inner.endsWith(".csv")) {
            throw new UsageError(path + " must end in .ndjson, .jsonl or .csv, or that and .gz");
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new UsageError(path + " is no readable file");
        }
        try {
            return new RegistryFile(path, packed, inner.endsWith(".csv"));
        } catch (IOException e) {
            throw new UsageError(path + " cannot be read");
        }
    }

    boolean isCsv() {
        return csv;
    }

    /** Bytes on disk. */
    long size() {
        return size;
    }

    /** @param read told, again and again, how many bytes were read */
    FileHash hash(LongConsumer read) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK];
            long total = 0;
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                sha256.update(chunk, 0, length);
                total += length;
                read.accept(total);
            }
            return new FileHash(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    OpenFile open() throws IOException {
        return OpenFile.of(path, packed);
    }

    /** Whether it is as it was when this object was made, as far as its size and time tell. */
    boolean isUnchanged() throws IOException {
        return Files.size(path) == size && Files.getLastModifiedTime(path).equals(changed);
    }
}
