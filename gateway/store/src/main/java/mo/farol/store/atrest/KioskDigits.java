package mo.farol.store.atrest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * The numbers that phones show to kiosks. A number is computed from its challenge under the key of the number index, so it
 * is the same whenever it is asked for, and nothing but a keyed hash of it is stored.
 */
public final class KioskDigits {
    private static final byte[] NUMBER = "kiosk-number".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HASH = "kiosk-number-hash".getBytes(StandardCharsets.US_ASCII);
    private static final long NUMBERS = 100_000_000L;

    private final AtRestKeys keys;

    public KioskDigits(AtRestKeys keys) {
        this.keys = keys;
    }

    /** Eight digits: 64 bits of HMAC-SHA256("kiosk-number" || challenge), reduced; the bias is below 1 in 10^11. */
    public String of(UUID challenge) {
        byte[] text = ByteBuffer.allocate(NUMBER.length + 2 * Long.BYTES)
                .put(NUMBER)
                .putLong(challenge.getMostSignificantBits())
                .putLong(challenge.getLeastSignificantBits())
                .array();
        long drawn = ByteBuffer.wrap(HmacSha256.of(keys.numberKey(), text)).getLong();
        return String.format(Locale.ROOT, "%08d", Long.remainderUnsigned(drawn, NUMBERS));
    }

    /** HMAC-SHA256("kiosk-number-hash" || what was typed), 32 bytes. */
    public byte[] hash(String typed) {
        byte[] digits = typed.getBytes(StandardCharsets.UTF_8);
        byte[] text = ByteBuffer.allocate(HASH.length + digits.length)
                .put(HASH)
                .put(digits)
                .array();
        return HmacSha256.of(keys.numberKey(), text);
    }
}
