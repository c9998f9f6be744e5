package mo.farol.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One line of {@code /proc/PID/stat} (proc(5)).
 *
 * @param parent the parent's process id
 * @param ticks CPU of the process and of its children that ended and were waited for, user and system, in
 *     {@value #TICKS_PER_SECOND}ths of a second
 */
record ProcStat(long pid, long parent, long ticks) {
    /** USER_HZ, which is the same on every Linux whatever its kernel ticks by. */
    static final int TICKS_PER_SECOND = 100;

    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int LAST_TIME = 14;

    /** @throws IllegalArgumentException when it is no such line */
    static ProcStat parse(String line) {
        int name = line.indexOf('(');
        // A program's name may hold blanks and parentheses; nothing behind it does.
        int end = line.lastIndexOf(')');
        if (name < 0 || end < name) {
            throw new IllegalArgumentException("not a line of /proc/PID/stat");
        }
        String[] fields = line.substring(end + 1).strip().split(" ");
        if (fields.length <= LAST_TIME) {
            throw new IllegalArgumentException("not a whole line of /proc/PID/stat");
        }
        long ticks = 0;
        for (int i = USER_TIME; i <= LAST_TIME; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return new ProcStat(Long.parseLong(line.substring(0, name).strip()), Long.parseLong(fields[PARENT]), ticks);
    }

    /** @return empty when there is no such process any more */
    static Optional<ProcStat> read(Path folder) throws IOException {
        try {
            return Optional.of(parse(Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            // One that ends while it is read answers ESRCH.
            if (Files.exists(folder.resolve("stat"))) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
