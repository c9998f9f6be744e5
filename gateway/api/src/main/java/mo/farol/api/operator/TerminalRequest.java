package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /operator/v1/terminals}.
 *
 * @param name the client id it signs in by
 * @param institution the institution's name
 * @param means the approved means' name
 * @param publicJwk absent: it signs in by its client certificate only
 * @param certificateSha256 hex SHA-256 of its client certificate (DER)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TerminalRequest(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String institution,
        @JsonProperty(required = true) String means,
        @Nullable PublicJwk publicJwk,
        @Nullable String certificateSha256) {}
