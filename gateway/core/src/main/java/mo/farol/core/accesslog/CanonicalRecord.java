package mo.farol.core.accesslog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An access record's canonical bytes (format 1), which the public log commits to: all numbers big-endian, in the order
 * of the components. Whoever holds the record and its salt can compute the leaf; the database computes the same.
 *
 * @param at to the microsecond
 * @param subject {@link #subject}: names the resident and the binding only to who holds the subject's salt
 * @param outcome 1 verified, 2 check_manually, 3 refused
 * @param why the number of the refusal, standing or manual check; 0 when verified
 * @param requestHash 32 bytes
 * @param transaction PostgreSQL's 64-bit transaction id
 */
public record CanonicalRecord(
        int format,
        int kind,
        UUID attempt,
        Instant at,
        byte[] subject,
        long institution,
        long terminal,
        long purpose,
        long policyVersion,
        int requested,
        int released,
        int withheld,
        int outcome,
        int why,
        int tries,
        byte[] requestHash,
        long transaction,
        @Nullable String staff,
        @Nullable String place,
        @Nullable String lane,
        @Nullable String reason) {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int FIXED = 2 + 2 + 16 + 8 + 32 + 4 * 8 + 3 * 4 + 2 + 2 + 4 + 32 + 8;

    /** SHA-256(subject's salt, 16 bytes || resident, 8 || binding, 8): 32 bytes. */
    public static byte[] subject(UUID salt, long resident, long binding) {
        return sha256().digest(ByteBuffer.allocate(32)
                .putLong(salt.getMostSignificantBits())
                .putLong(salt.getLeastSignificantBits())
                .putLong(resident)
                .putLong(binding)
                .array());
    }

    /** The record's bytes; texts are a 4-byte length (-1 for none) and UTF-8. */
    public byte[] bytes() {
        byte[][] texts = {utf8(staff), utf8(place), utf8(lane), utf8(reason)};
        int size = FIXED;
        for (byte[] text : texts) {
            size += 4 + (text == null ? 0 : text.length);
        }
        ByteBuffer out = ByteBuffer.allocate(size).putShort((short) format).putShort((short) kind);
        out.putLong(attempt.getMostSignificantBits()).putLong(attempt.getLeastSignificantBits());
        out.putLong(ChronoUnit.MICROS.between(EPOCH, at)).put(subject);
        out.putLong(institution).putLong(terminal).putLong(purpose).putLong(policyVersion);
        out.putInt(requested).putInt(released).putInt(withheld);
        out.putShort((short) outcome).putShort((short) why).putInt(tries);
        out.put(requestHash).putLong(transaction);
        for (byte[] text : texts) {
            out.putInt(text == null ? -1 : text.length).put(text == null ? new byte[0] : text);
        }
        return out.array();
    }

    /**
     * SHA-256(salt || record): the record's leaf in the public log.
     *
     * @param salt the record's 32 random bytes
     */
    public byte[] leaf(byte[] salt) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return digest.digest(bytes());
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
