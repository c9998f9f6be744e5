package mo.farol.core.resident;

import java.time.Instant;
import java.util.UUID;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.PhoneInfo;
import org.jspecify.annotations.Nullable;

/**
 * A binding as its resident sees it.
 *
 * @param lastUsed when a code of it was last accepted; null: never
 * @param ended when it was superseded or unbound; null while it is live
 * @param endedBy the event that ended it: the reference on the receipt
 */
public record BindingView(
        UUID id,
        BindingStatus status,
        PhoneInfo phone,
        BindingWay way,
        KeyLevel level,
        Instant boundAt,
        @Nullable Instant lastUsed,
        @Nullable Instant ended,
        @Nullable UUID endedBy) {}
