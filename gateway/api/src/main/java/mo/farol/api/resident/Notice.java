package mo.farol.api.resident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the resident is told.
 *
 * @param at RFC 3339 with offset +08:00
 * @param eId whose e-ID it is about
 * @param self whether that is one's own
 * @param event what it tells of
 * @param institution its public name where the notice is about one
 * @param readAt absent while it is unread
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notice(
        UUID id,
        String kind,
        String at,
        UUID eId,
        boolean self,
        @Nullable UUID event,
        @Nullable String institution,
        @Nullable String readAt) {}
