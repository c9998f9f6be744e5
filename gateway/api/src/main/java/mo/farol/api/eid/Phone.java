package mo.farol.api.eid;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a phone is recognised. It never prints.
 *
 * @param name what its owner calls it, 1 to 64 characters
 * @param model maker and model, 1 to 64 characters
 */
public record Phone(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String model) {
    @Override
    public String toString() {
        return "Phone[redacted]";
    }
}
