package mo.farol.token.vectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One text and what a gateway makes of it. Byte strings are hexadecimal.
 *
 * @param clock the gateway's time when the text arrives, seconds since 1970
 * @param asked the type of code that the terminal's purpose takes
 * @param answer {@code accepted}, or the problem code of the refusal
 * @param reason for a text that is not genuine: the check that refuses it ({@code NOT_GENUINE} is the signature's)
 * @param stages for a genuine code: each layer's bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Vector(
        String name,
        String text,
        long clock,
        String asked,
        String answer,
        @Nullable String reason,
        @Nullable Stages stages) {

    /**
     * The layers of a genuine code from the inside out.
     *
     * @param sameCodeAs the vector with which it shares its redemption key
     * @param png the picture of {@code pngPixels} squared, base64
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stages(
            String type,
            String way,
            @JsonProperty("key_id") String keyId,
            long iat,
            String cti,
            @Nullable String nonce,
            String claims,
            @JsonProperty("external_aad") String externalAad,
            @JsonProperty("to_be_signed") String toBeSigned,
            String sign1,
            @JsonProperty("protected") String protectedHeader,
            @JsonProperty("enc_structure") String encStructure,
            String encrypt0,
            @JsonProperty("qr_version") int qrVersion,
            @JsonProperty("png_pixels") int pngPixels,
            String png,
            @JsonProperty("same_code_as") @Nullable String sameCodeAs) {}
}
