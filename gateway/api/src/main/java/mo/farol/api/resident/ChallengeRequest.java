package mo.farol.api.resident;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import mo.farol.api.eid.Phone;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /resident/v1/e-ids/{id}/binding-challenges}. It never prints.
 *
 * @param publicKey base64url of the new P-256 key as an uncompressed point (65 bytes)
 * @param guardian for a minor's e-ID: the e-ID of the parent or guardian who will prove themselves
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChallengeRequest(
        @JsonProperty(required = true) String publicKey,
        @JsonProperty(required = true) Phone phone,
        @Nullable String guardian) {
    @Override
    public String toString() {
        return "ChallengeRequest[redacted]";
    }
}
