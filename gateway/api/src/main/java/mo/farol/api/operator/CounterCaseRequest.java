package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@code POST /operator/v1/counter-cases}. It never prints.
 *
 * @param number the eight digits that the phone shows
 * @param actor the e-ID of who stands at the counter: the resident, or a minor's parent or guardian
 */
public record CounterCaseRequest(
        @JsonProperty(required = true) String number,
        @JsonProperty(required = true) String actor,
        @JsonProperty(required = true) String reason) {
    @Override
    public String toString() {
        return "CounterCaseRequest[redacted]";
    }
}
