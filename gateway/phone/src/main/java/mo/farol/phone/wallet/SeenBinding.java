package mo.farol.phone.wallet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A binding as its resident sees it. Times are RFC 3339 texts in Macau time.
 *
 * @param status {@code active}, {@code suspended}, {@code superseded} or {@code unbound}
 * @param way whose proof bound it, such as {@code guardian_face}
 * @param lastUsed null: never
 * @param endedBy the event that ended it, null while it has not ended
 */
public record SeenBinding(
        UUID id,
        String status,
        PhoneLabel phone,
        String way,
        String keyLevel,
        String boundAt,
        @Nullable String lastUsed,
        @Nullable UUID endedBy) {
    /** Active or suspended. */
    public boolean isLive() {
        return status.equals("active") || status.equals("suspended");
    }
}
