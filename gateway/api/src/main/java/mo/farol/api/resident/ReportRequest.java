package mo.farol.api.resident;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@code POST /resident/v1/reports}: "this was not me". It never prints.
 *
 * @param text 1 to 1,000 characters
 */
public record ReportRequest(
        @JsonProperty(required = true) String accessRecord,
        @JsonProperty(required = true) String text) {
    @Override
    public String toString() {
        return "ReportRequest[redacted]";
    }
}
