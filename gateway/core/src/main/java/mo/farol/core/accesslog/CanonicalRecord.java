package mo.farol.core.accesslog;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
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
        return new Canonical()
                .small(format)
                .small(kind)
                .id(attempt)
                .time(at)
                .hash(subject)
                .number(institution)
                .number(terminal)
                .number(purpose)
                .number(policyVersion)
                .number(requested)
                .number(released)
                .number(withheld)
                .small(outcome)
                .small(why)
                .number(tries)
                .hash(requestHash)
                .number(transaction)
                .text(staff)
                .text(place)
                .text(lane)
                .text(reason)
                .bytes();
    }

    /**
     * SHA-256(salt || record): the record's leaf in the public log.
     *
     * @param salt the record's 32 random bytes
     */
    public byte[] leaf(byte[] salt) {
        return Canonical.leaf(salt, bytes());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
