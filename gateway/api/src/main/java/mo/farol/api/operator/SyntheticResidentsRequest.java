package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** {@code POST /operator/v1/synthetic-residents}: 1 to 200. It never prints. */
public record SyntheticResidentsRequest(
        @JsonProperty(required = true) List<SyntheticResident> residents) {
    @Override
    public String toString() {
        return "SyntheticResidentsRequest[redacted]";
    }
}
