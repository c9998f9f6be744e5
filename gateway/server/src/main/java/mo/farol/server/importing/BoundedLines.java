package mo.farol.server.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import mo.farol.core.civilregistry.Position;

/**
 * Cuts a stream into lines, ended by LF or CR LF or the end of the stream. Of a line that is too long it holds nothing:
 * its bytes are counted and let go.
 */
final class BoundedLines {
    private static final int FIRST_HELD = 4 * 1024;
    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final int limit;
    private final byte[] chunk = new byte[CHUNK];
    private int next;
    private int filled;
    private byte[] held;
    private int length;
    private boolean tooLong;
    private Position reached;

    /**
     * @param limit bytes of a line at most
     * @param from the place where {@code in} stands
     */
    BoundedLines(InputStream in, int limit, Position from) {
        this.in = in;
        this.limit = limit;
        this.held = new byte[Math.min(limit, FIRST_HELD)];
        this.reached = from;
    }

    /** The next line; empty at the end. */
    Optional<Line> next() throws IOException {
        length = 0;
        tooLong = false;
        long bytes = 0;
        while (fill()) {
            int end = lineFeed();
            hold(end);
            bytes += end - next;
            next = end;
            if (next < filled) {
                next++;
                return Optional.of(line(bytes + 1));
            }
        }
        return bytes == 0 ? Optional.empty() : Optional.of(line(bytes));
    }

    /** The place behind the last line. */
    Position reached() {
        return reached;
    }

    /** How many bytes of lines there is room for now. */
    int room() {
        return held.length;
    }

    private boolean fill() throws IOException {
        if (next < filled) {
            return true;
        }
        next = 0;
        filled = Math.max(0, in.read(chunk));
        return filled > 0;
    }

    private int lineFeed() {
        int at = next;
        while (at < filled && chunk[at] != '\n') {
            at++;
        }
        return at;
    }

    private void hold(int end) {
        int more = end - next;
        if (tooLong || more > limit - length) {
            tooLong = true;
            return;
        }
        if (length + more > held.length) {
            held = Arrays.copyOf(held, Math.min(limit, Math.max(2 * held.length, length + more)));
        }
        System.arraycopy(chunk, next, held, length, more);
        length += more;
    }

    private Line line(long bytes) {
        Position start = reached;
        reached = new Position(start.line() + 1, start.bytes() + bytes);
        if (tooLong) {
            return new Line(start, reached, Optional.empty());
        }
        int end = length > 0 && held[length - 1] == '\r' ? length - 1 : length;
        return new Line(start, reached, Optional.of(Arrays.copyOf(held, end)));
    }
}
