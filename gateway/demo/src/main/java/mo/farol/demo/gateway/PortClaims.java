package mo.farol.demo.gateway;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Ports that this process chose, held against its neighbours until it ends. A port that was found free is bound only
 * seconds later, by a child: without a claim, two demos that start together choose the same ones.
 */
final class PortClaims {
    private static final Path FOLDER =
            Path.of(System.getProperty("java.io.tmpdir"), "farol-ports-" + System.getProperty("user.name"));
    private static final Map<Integer, FileLock> OURS = new HashMap<>();

    private PortClaims() {}

    /** Claims a port unless another process has; one that is ours already stays ours. */
    static synchronized boolean claim(int port) throws IOException {
        if (OURS.containsKey(port)) {
            return true;
        }
        Files.createDirectories(FOLDER);
        FileChannel file = FileChannel.open(
                FOLDER.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock();
        if (lock == null) {
            file.close();
            return false;
        }
        OURS.put(port, lock);
        return true;
    }

    static synchronized boolean isOurs(int port) {
        return OURS.containsKey(port);
    }
}
