package mo.farol.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory of a process is resident. */
public final class ResidentSet {
    private static final Pattern VM_RSS = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");
    private static final long KIBI = 1024;

    private ResidentSet() {}

    /** Bytes, from {@code /proc/PID/status}. */
    public static long bytes(ProcessHandle process) throws IOException {
        return parse(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
    }

    static long parse(String status) throws IOException {
        Matcher line = VM_RSS.matcher(status);
        if (!line.find()) {
            throw new IOException("a process that ended has no resident set");
        }
        return Long.parseLong(line.group(1)) * KIBI;
    }
}
