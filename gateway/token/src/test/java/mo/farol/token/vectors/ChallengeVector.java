package mo.farol.token.vectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A challenge's text and what a phone makes of it. Byte strings are hexadecimal.
 *
 * @param reason for a text that is not genuine: the check that refuses it ({@code NOT_GENUINE} is the signature's)
 * @param stages for a genuine one: what it says and each layer's bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChallengeVector(
        String name,
        String text,
        @Nullable String reason,
        @Nullable Stages stages) {
    /** From the inside out. */
    record Stages(
            String id,
            String institution,
            String purpose,
            String terminal,
            long expires,
            String claims,
            @JsonProperty("external_aad") String externalAad,
            @JsonProperty("to_be_signed") String toBeSigned,
            String sign1,
            @JsonProperty("qr_version") int qrVersion) {}
}
