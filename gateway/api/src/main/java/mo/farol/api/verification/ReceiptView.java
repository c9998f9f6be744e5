package mo.farol.api.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The 200 answer to {@code GET /v1/receipts/{id}}.
 *
 * @param at RFC 3339 with offset +08:00
 * @param institution its public name
 * @param terminal the terminal's client id
 * @param released names of the released fields, never their values
 * @param outcome {@code verified}, {@code check_manually} or {@code refused}
 * @param code why, unless verified
 * @param requestHash base64url SHA-256 of the request's body
 * @param leafHash base64url SHA-256 of the record's leaf in the public log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptView(
        String id,
        String jws,
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
