package mo.farol.phone.wallet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an e-ID, for its owner to keep.
 *
 * @param id the reference to quote
 * @param at RFC 3339, Macau time
 * @param act such as {@code unbound}
 * @param channel such as {@code dsi_web}
 * @param binding null when it is about none
 */
public record Receipt(
        UUID id,
        String at,
        String act,
        String channel,
        @JsonProperty("e_id") UUID eid,
        @Nullable UUID binding,
        @Nullable String reason) {}
