package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /operator/v1/account-links}. Exactly one of {@code idNumber} and {@code eId} says whose. It never prints.
 *
 * @param issuer the sign-in provider
 * @param subject the account's {@code sub} there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountLinkRequest(
        @Nullable String idNumber,
        @Nullable String eId,
        @JsonProperty(required = true) String issuer,
        @JsonProperty(required = true) String subject) {
    @Override
    public String toString() {
        return "AccountLinkRequest[redacted]";
    }
}
