package mo.farol.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a binding's key signs to be given tickets: {@code "farol-tickets-1"}, a zero byte, then binding key id (8 bytes),
 * seconds since 1970 (8, big-endian) and how many tickets (4, big-endian).
 */
public final class TicketStatement {
    private static final byte[] PREFIX = "farol-tickets-1\0".getBytes(StandardCharsets.US_ASCII);

    private TicketStatement() {}

    /** @param signedAt seconds since 1970 */
    public static byte[] bytes(BindingKeyId keyId, long signedAt, int count) {
        return ByteBuffer.allocate(PREFIX.length + 20)
                .put(PREFIX)
                .putLong(keyId.value())
                .putLong(signedAt)
                .putInt(count)
                .array();
    }
}
