package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A P-256 public key for ES256 signatures (RFC 7517). There is no place in it for a private one.
 *
 * @param x base64url of 32 bytes
 * @param y base64url of 32 bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublicJwk(
        @JsonProperty(required = true) String kty,
        @JsonProperty(required = true) String crv,
        @JsonProperty(required = true) String x,
        @JsonProperty(required = true) String y,
        @Nullable String kid,
        @Nullable String use,
        @Nullable String alg) {}
