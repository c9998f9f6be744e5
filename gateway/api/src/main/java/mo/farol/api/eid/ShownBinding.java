package mo.farol.api.eid;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A binding as its resident, or an operator who looked it up, sees it. Times are RFC 3339 with offset +08:00.
 *
 * @param status {@code active}, {@code suspended}, {@code superseded} or {@code unbound}
 * @param way whose proof bound it: {@code face}, {@code guardian_face}, {@code kiosk}, {@code guardian_kiosk},
 *     {@code counter} or {@code guardian_counter}
 * @param keyLevel {@code not_attested}, {@code software}, {@code trusted_environment} or {@code strong_box}
 * @param lastUsed when a code of it was last accepted; absent: never
 * @param endedAt absent while it has not ended
 * @param endedBy the event that ended it: the reference on the receipt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownBinding(
        UUID id,
        String status,
        Phone phone,
        String way,
        String keyLevel,
        String boundAt,
        @Nullable String lastUsed,
        @Nullable String endedAt,
        @Nullable UUID endedBy) {}
