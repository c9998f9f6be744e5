package mo.farol.core.accesslog;

import java.time.Instant;
import java.util.UUID;

/**
 * The canonical bytes of a restore (format 3): that the log was cut, where, and how far it had been witnessed. It is an
 * entry of the log itself, the first after the cut or soon after.
 *
 * @param epoch that begins with it
 * @param size entries that were found
 * @param root of those, 32 bytes
 * @param witnessedSize entries of the last checkpoint that a witness held, 0 for none
 * @param witnessedRoot of those, 32 bytes
 * @param transaction PostgreSQL's 64-bit transaction id
 */
public record CanonicalCut(
        UUID id,
        Instant at,
        int epoch,
        long size,
        byte[] root,
        long witnessedSize,
        byte[] witnessedRoot,
        long transaction) {
    private static final int FORMAT = 3;

    /** The entry's bytes, in the components' order behind the format. */
    public byte[] bytes() {
        return new Canonical()
                .small(FORMAT)
                .id(id)
                .time(at)
                .number(epoch)
                .number(size)
                .hash(root)
                .number(witnessedSize)
                .hash(witnessedRoot)
                .number(transaction)
                .bytes();
    }
}
