package mo.farol.api.resident;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /resident/v1/e-ids/{id}/kiosk-numbers}. It never prints.
 *
 * @param signature base64url of 64 bytes: ES256 by the new key over the binding statement
 * @param attestation base64 of DER certificates, the key's own first; absent: the phone attests nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KioskNumberRequest(
        @JsonProperty(required = true) String challenge,
        @JsonProperty(required = true) String signature,
        @Nullable List<String> attestation) {
    @Override
    public String toString() {
        return "KioskNumberRequest[redacted]";
    }
}
