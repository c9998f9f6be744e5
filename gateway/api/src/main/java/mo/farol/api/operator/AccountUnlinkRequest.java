package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /operator/v1/account-unlinks}. Exactly one of {@code idNumber} and {@code eId} says whose. It never prints.
 *
 * @param issuer the sign-in provider of the one account that is to be unlinked; null, and {@code subject} too: all of them
 * @param subject the account's {@code sub} there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountUnlinkRequest(
        @Nullable String idNumber,
        @Nullable String eId,
        @Nullable String issuer,
        @Nullable String subject,
        @JsonProperty(required = true) String reason) {
    @Override
    public String toString() {
        return "AccountUnlinkRequest[redacted]";
    }
}
