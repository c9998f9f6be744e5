package mo.farol.server.discovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Authorization server metadata (RFC 8414, 2; RFC 8705, 3.3), as {@code GET /.well-known/oauth-authorization-server}
 * answers it.
 */
record AuthorizationServer(
        String issuer,
        String tokenEndpoint,
        String jwksUri,
        List<String> grantTypesSupported,
        List<String> responseTypesSupported,
        List<String> scopesSupported,
        List<String> tokenEndpointAuthMethodsSupported,
        List<String> tokenEndpointAuthSigningAlgValuesSupported,

        @JsonProperty("tls_client_certificate_bound_access_tokens")
        boolean certificateBound) {
    static AuthorizationServer of(String issuer, List<String> scopes, boolean mtls) {
        List<String> methods =
                mtls ? List.of("private_key_jwt", "self_signed_tls_client_auth") : List.of("private_key_jwt");
        return new AuthorizationServer(
                issuer,
                issuer + "/oauth2/token",
                issuer + "/.well-known/jwks.json",
                List.of("client_credentials"),
                List.of(),
                scopes,
                methods,
                List.of("ES256"),
                mtls);
    }
}
