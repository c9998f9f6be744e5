package mo.farol.server.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt states; the components are those of {@link mo.farol.api.verification.ReceiptView}.
 *
 * @param iss the gateway's issuer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "iss",
    "id",
    "at",
    "institution",
    "terminal",
    "purpose",
    "policy_version",
    "released",
    "outcome",
    "code",
    "request_hash",
    "leaf_hash"
})
record ReceiptClaims(
        String iss,
        String id,
        String at,
        String institution,
        String terminal,
        String purpose,
        long policyVersion,
        List<String> released,
        String outcome,
        @Nullable String code,
        String requestHash,
        String leafHash) {}
