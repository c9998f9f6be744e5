package mo.farol.api.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The 200 answer to {@code POST /v1/verifications}. It never prints.
 *
 * @param outcome {@value #VERIFIED}, {@value #CHECK_MANUALLY} or {@value #REFUSED}
 * @param code why, unless verified
 * @param advice what to tell the person, in the caller's language, unless verified
 * @param help the help line, unless verified
 * @param receipt absent only when the code was not recognised
 * @param released values by field name; empty unless verified or to be checked manually
 * @param releasedJwe compact JWE of the same map, in place of {@code released}, where the grant says so
 * @param withheld fields asked for that are not in the release, and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerificationAnswer(
        String outcome,
        @Nullable String code,
        @Nullable String advice,
        @Nullable String help,
        @Nullable SignedReceipt receipt,
        Map<String, String> released,
        @JsonProperty("released_jwe") @Nullable String releasedJwe,
        List<WithheldField> withheld) {
    public static final String VERIFIED = "verified";
    public static final String CHECK_MANUALLY = "check_manually";
    public static final String REFUSED = "refused";

    @Override
    public String toString() {
        return "VerificationAnswer[redacted]";
    }
}
