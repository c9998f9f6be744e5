package mo.farol.api.resident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to an e-ID, or was refused.
 *
 * @param at RFC 3339 with offset +08:00
 * @param refused the problem's code; absent when it was done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Event(
        UUID id,
        String at,
        String act,
        String channel,
        UUID eId,
        @Nullable UUID binding,
        @Nullable String reason,
        @Nullable String refused,
        By by) {
    /**
     * Who did it.
     *
     * @param who {@code you}, {@code holder}, {@code guardian}, {@code operator}, {@code kiosk} or {@code gateway}
     * @param operators pseudonyms; of operators only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record By(String who, @Nullable List<String> operators) {}
}
