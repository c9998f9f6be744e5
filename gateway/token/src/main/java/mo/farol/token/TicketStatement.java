package mo.farol.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a binding's key signs to be given tickets: {@code "farol-tickets-1"}, a zero byte, then binding key id (8 bytes),
 * type (1: 0 for {@code eid}, 1 for {@code clearance}), milliseconds since 1970 (8, big-endian) and how many tickets (4,
 * big-endian). Everything has a fixed length, so no two statements are alike.
 */
public final class TicketStatement {
    private static final byte[] PREFIX = "farol-tickets-1\0".getBytes(StandardCharsets.US_ASCII);
    private static final int REST = 21;

    private TicketStatement() {}

    /** @param signedAt milliseconds since 1970 */
    public static byte[] bytes(BindingKeyId keyId, CodeType type, long signedAt, int count) {
        return ByteBuffer.allocate(PREFIX.length + REST)
                .put(PREFIX)
                .putLong(keyId.value())
                .put((byte) (type == CodeType.CLEARANCE ? 1 : 0))
                .putLong(signedAt)
                .putInt(count)
                .array();
    }
}
