package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /operator/v1/card-events}. Exactly one of {@code idNumber} and {@code eId} says whose. It never prints.
 *
 * @param id the registry's own name of the event
 * @param sequence the registry's count of this person's events
 * @param kind {@code issued}, {@code replaced}, {@code lost}, {@code found}, {@code restored}, {@code expired},
 *     {@code cancelled} or {@code death}
 * @param expires the new card's last day, when one was issued or replaced
 * @param noExpiry in place of {@code expires}: the new card never expires
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardEventRequest(
        @Nullable String idNumber,
        @Nullable String eId,
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) Long sequence,
        @JsonProperty(required = true) String kind,
        @Nullable String expires,
        @Nullable Boolean noExpiry) {
    @Override
    public String toString() {
        return "CardEventRequest[redacted]";
    }
}
