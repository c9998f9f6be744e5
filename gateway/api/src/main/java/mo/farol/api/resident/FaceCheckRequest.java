package mo.farol.api.resident;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code POST /resident/v1/e-ids/{id}/face-checks}. */
public record FaceCheckRequest(
        @JsonProperty(required = true) String challenge) {}
