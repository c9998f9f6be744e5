package mo.farol.phone.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that the civil registry reports about a person's card.
 *
 * @param id the registry's own name of the event
 * @param sequence the registry's count of this person's events
 * @param kind {@code issued}, {@code replaced}, {@code lost}, {@code found}, {@code restored}, {@code expired},
 *     {@code cancelled} or {@code death}
 * @param expires of an issued or replaced card, ISO 8601; null otherwise, and for a card that never expires
 * @param noExpiry true for an issued or replaced card that never expires, null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardEvent(
        @JsonProperty("e_id") UUID eid,
        String id,
        long sequence,
        String kind,
        @Nullable String expires,
        @Nullable Boolean noExpiry) {
    /** An event that brings no new card. */
    public static CardEvent of(UUID eid, String id, long sequence, String kind) {
        return new CardEvent(eid, id, sequence, kind, null, null);
    }

    /** A first card, or the next. @param expires null: it never does */
    public static CardEvent issued(UUID eid, String id, long sequence, @Nullable LocalDate expires) {
        return new CardEvent(
                eid,
                id,
                sequence,
                "issued",
                expires == null ? null : expires.toString(),
                expires == null ? true : null);
    }
}
