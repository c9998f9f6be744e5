package mo.farol.core.accesslog.audit;

import java.util.Optional;
import java.util.UUID;
import mo.farol.core.accesslog.EntryKind;
import mo.farol.core.accesslog.LoggedRecord;

/**
 * An entry as it is kept.
 *
 * @param leaf the entry, 32 bytes
 * @param record what it commits to; empty when that is gone
 */
public record AuditedEntry(long index, EntryKind kind, UUID id, byte[] leaf, Optional<LoggedRecord> record) {}
