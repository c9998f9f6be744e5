package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /operator/v1/account-cases}. Exactly one of {@code idNumber} and {@code eId} says whose the account is to be.
 * It never prints.
 *
 * @param issuer the sign-in provider
 * @param subject the account's {@code sub} there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountCaseRequest(
        @Nullable String idNumber,
        @Nullable String eId,
        @JsonProperty(required = true) String issuer,
        @JsonProperty(required = true) String subject,
        @JsonProperty(required = true) String reason) {
    @Override
    public String toString() {
        return "AccountCaseRequest[redacted]";
    }
}
