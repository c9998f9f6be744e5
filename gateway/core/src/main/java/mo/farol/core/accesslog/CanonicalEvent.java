package mo.farol.core.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The canonical bytes of what was done to an e-ID (format 2, which no access record has), which the public log commits
 * to. The database computes the same.
 *
 * @param at to the microsecond
 * @param binding 0 for none
 * @param refusal 0 when it was done
 * @param byRow the row of who did it, 0 for none
 * @param transaction PostgreSQL's 64-bit transaction id
 */
public record CanonicalEvent(
        UUID id,
        Instant at,
        long resident,
        long binding,
        int kind,
        int refusal,
        int channel,
        int actor,
        long byRow,
        long transaction,
        @Nullable List<String> byNames,
        @Nullable String reason,
        @Nullable String detail) {
    private static final int FORMAT = 2;

    /** The event's bytes, in this order: format, kind, id, at, resident, binding, refusal, channel, actor, the rest. */
    public byte[] bytes() {
        return new Canonical()
                .small(FORMAT)
                .small(kind)
                .id(id)
                .time(at)
                .number(resident)
                .number(binding)
                .small(refusal)
                .small(channel)
                .small(actor)
                .number(byRow)
                .number(transaction)
                .texts(byNames)
                .text(reason)
                .text(detail)
                .bytes();
    }
}
