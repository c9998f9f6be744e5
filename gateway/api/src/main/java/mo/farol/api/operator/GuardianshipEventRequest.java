package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@code POST /operator/v1/guardianship-events}. It never prints.
 *
 * @param minor an ID number or an e-ID
 * @param guardian an ID number or an e-ID
 * @param kind {@code parent} or {@code guardian}
 * @param granted false: withdrawn
 * @param id the registry's own name of the event
 * @param sequence the registry's count of events of these two people
 */
public record GuardianshipEventRequest(
        @JsonProperty(required = true) String minor,
        @JsonProperty(required = true) String guardian,
        @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) Boolean granted,
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) Long sequence) {
    @Override
    public String toString() {
        return "GuardianshipEventRequest[redacted]";
    }
}
