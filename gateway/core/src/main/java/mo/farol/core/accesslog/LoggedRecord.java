package mo.farol.core.accesslog;

import java.util.Optional;
import java.util.UUID;

/**
 * What stands behind an entry of the public log.
 *
 * @param bytes canonical
 * @param salt 32 random bytes
 * @param subject who the record is about; empty where that may not be told, or the bytes name it themselves
 */
public record LoggedRecord(EntryKind kind, UUID id, byte[] bytes, byte[] salt, Optional<Subject> subject) {
    /** SHA-256(salt || bytes): the entry. */
    public byte[] leaf() {
        return Canonical.leaf(salt, bytes);
    }

    /**
     * Opens the record's {@code subject}: SHA-256(salt || resident || binding), numbers of 8 bytes.
     *
     * @param resident 0 for nobody
     * @param binding 0 for none
     */
    public record Subject(UUID salt, long resident, long binding) {}
}
