package mo.farol.phone.wallet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the resident is told.
 *
 * @param self whether it is about the reader's own e-ID
 * @param readAt null while it is unread
 */
public record NoticeLine(
        UUID id,
        String kind,
        String at,
        @JsonProperty("e_id") UUID eid,
        boolean self,
        @Nullable UUID event,
        @Nullable String institution,
        @Nullable String readAt) {}
