package mo.farol.api.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/verifications}. It never prints: the code is a resident's.
 *
 * @param code the text read from the phone
 * @param purpose what it is verified for, a name of the purpose catalogue
 * @param fields names of the fields asked for; absent: everything granted
 * @param challenge base64url of the 16-byte id of the challenge that the code must answer, if this terminal showed one
 * @param staff a pseudonym of the staff member at the terminal
 * @param place where the terminal is
 * @param lane the lane of a border checkpoint
 * @param reason why, where the purpose requires a reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerificationRequest(
        @JsonProperty(required = true) String code,
        @JsonProperty(required = true) String purpose,
        @Nullable List<String> fields,
        @Nullable String challenge,
        @Nullable String staff,
        @Nullable String place,
        @Nullable String lane,
        @Nullable String reason) {
    /** Nothing but code and purpose: asks for everything granted. */
    public static VerificationRequest of(String code, String purpose) {
        return new VerificationRequest(code, purpose, null, null, null, null, null, null);
    }

    /** Asks for everything granted, about a code that answers a challenge. @param challenge its id, base64url */
    public static VerificationRequest answering(String code, String purpose, String challenge) {
        return new VerificationRequest(code, purpose, null, challenge, null, null, null, null);
    }

    @Override
    public String toString() {
        return "VerificationRequest[redacted]";
    }
}
