package mo.farol.core.binding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A binding as it stands while its e-ID is locked.
 *
 * @param id its row
 * @param handle its random name in the API
 * @param actor the row of whose proof bound it: the resident, or a parent or guardian
 * @param endedBy the event that superseded or unbound it, null while it has not ended
 */
public record HeldBinding(
        long id,
        UUID handle,
        BindingStatus status,
        BindingWay way,
        long actor,
        Instant boundAt,
        @Nullable UUID endedBy) {
    /** Active or suspended. */
    public boolean isLive() {
        return status == BindingStatus.ACTIVE || status == BindingStatus.SUSPENDED;
    }
}
