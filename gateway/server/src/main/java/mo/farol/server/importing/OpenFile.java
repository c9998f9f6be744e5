package mo.farol.server.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file under way: its content, unpacked, and how far it was read on disk. */
record OpenFile(CountedInput disk, InputStream content) implements Closeable {
    private static final int UNPACKING = 64 * 1024;

    static OpenFile of(Path path, boolean packed) throws IOException {
        CountedInput disk = new CountedInput(Files.newInputStream(path));
        try {
            return new OpenFile(disk, packed ? new GZIPInputStream(disk, UNPACKING) : disk);
        } catch (IOException e) {
            disk.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
