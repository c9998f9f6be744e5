package mo.farol.api.eid;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an e-ID.
 *
 * @param id a UUIDv7: the reference to quote
 * @param at RFC 3339 with offset +08:00
 * @param act {@code bound}, {@code suspended}, {@code unbound} and their likes
 * @param channel how it reached the gateway, such as {@code app} or {@code dsi_counter}
 * @param eId absent where a kiosk is answered
 * @param binding absent when it is about none, and where a kiosk is answered
 * @param reason the reason code that was given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventReceipt(
        UUID id,
        String at,
        String act,
        String channel,
        @Nullable UUID eId,
        @Nullable UUID binding,
        @Nullable String reason) {}
