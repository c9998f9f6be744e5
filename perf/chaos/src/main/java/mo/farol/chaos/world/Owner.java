package mo.farol.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The harness that something belongs to: process id and when it started, because ids are used again.
 *
 * @param started in clock ticks since the machine did
 */
record Owner(long pid, long started) {
    private static final int BASE = 36;
    private static final int FIELDS_BEFORE_START = 19;

    static Owner self() throws IOException {
        long pid = ProcessHandle.current().pid();
        return new Owner(pid, started(pid).orElseThrow(() -> new IOException("cannot read /proc/self/stat")));
    }

    /** As {@link #tag} wrote it; empty when it is no tag. */
    static Optional<Owner> of(String tag) {
        return tag.matches("\\d{1,9}-[0-9a-z]{1,12}")
                ? Optional.of(new Owner(
                        Long.parseLong(tag.substring(0, tag.indexOf('-'))),
                        Long.parseLong(tag.substring(tag.indexOf('-') + 1), BASE)))
                : Optional.empty();
    }

    /** Part of the names of all that belongs to it. */
    String tag() {
        return pid + "-" + Long.toString(started, BASE);
    }

    boolean lives() throws IOException {
        return started(pid).filter(at -> at == started).isPresent();
    }

    /** proc(5), {@code /proc/pid/stat}: the name in brackets may have blanks, so it is counted from behind it. */
    private static Optional<Long> started(long pid) throws IOException {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(stat)) {
            return Optional.empty();
        }
        String line = Files.readString(stat);
        return Optional.of(
                Long.parseLong(line.substring(line.lastIndexOf(')') + 2).split(" ")[FIELDS_BEFORE_START]));
    }
}
