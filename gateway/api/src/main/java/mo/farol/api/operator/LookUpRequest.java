package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@code POST /operator/v1/residents}. It never prints.
 *
 * @param idNumber {@code 1234567(8)} or the old form {@code 1/234567/8}
 * @param reason why; the resident reads it
 */
public record LookUpRequest(
        @JsonProperty(required = true) String idNumber,
        @JsonProperty(required = true) String reason) {
    @Override
    public String toString() {
        return "LookUpRequest[redacted]";
    }
}
