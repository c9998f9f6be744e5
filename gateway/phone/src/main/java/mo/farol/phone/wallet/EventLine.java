package mo.farol.phone.wallet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to an e-ID, or that was refused.
 *
 * @param refused the problem's code; null when it was done
 */
public record EventLine(
        UUID id,
        String at,
        String act,
        String channel,
        @JsonProperty("e_id") UUID eid,
        @Nullable UUID binding,
        @Nullable String reason,
        @Nullable String refused,
        By by) {
    /** @param who {@code you}, {@code holder}, {@code guardian}, {@code operator}, {@code kiosk} or {@code gateway} */
    public record By(String who) {}
}
