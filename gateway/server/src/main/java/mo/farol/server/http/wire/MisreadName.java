package mo.farol.server.http.wire;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;
import java.nio.charset.StandardCharsets;

/**
 * Finds a header name that differs from {@code Content-Length} in its ninth letter only. The decoder of Vert.x 5.0.10
 * takes it for {@code Content-Length} (CVE-2026-102479), a proxy in front of it does not: the two would disagree where a
 * request ends. Keeps its place across buffers.
 */
final class MisreadName implements ByteProcessor {
    private static final byte[] PATTERN = "\ncontent-length".getBytes(StandardCharsets.US_ASCII);
    private static final int SKIPPED = 9;

    private int matched;
    private boolean differs;

    /** Whether the bytes so far contain such a name. */
    boolean in(ByteBuf bytes) {
        return bytes.forEachByte(this) >= 0;
    }

    @Override
    public boolean process(byte value) {
        int lower = value >= 'A' && value <= 'Z' ? value + 32 : value;
        if (matched == SKIPPED && value != '\r' && value != '\n') {
            differs = lower != PATTERN[SKIPPED];
            matched++;
        } else if (lower == PATTERN[matched]) {
            matched++;
        } else {
            matched = value == '\n' ? 1 : 0;
        }
        if (matched < PATTERN.length) {
            return true;
        }
        matched = 0;
        return !differs;
    }
}
