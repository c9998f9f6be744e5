package mo.farol.api.resident;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@code POST /resident/v1/bindings/{id}/tickets}. It never prints.
 *
 * @param type {@code eid} or {@code clearance}
 * @param count how many, 1 to 100
 * @param signedAt milliseconds since 1970
 * @param signature base64url of 64 bytes: ES256 by the binding's key over the ticket statement
 */
public record TicketRequest(
        @JsonProperty(required = true) String type,
        @JsonProperty(required = true) int count,
        @JsonProperty(required = true) long signedAt,
        @JsonProperty(required = true) String signature) {
    @Override
    public String toString() {
        return "TicketRequest[redacted]";
    }
}
