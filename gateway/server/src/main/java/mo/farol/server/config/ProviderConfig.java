package mo.farol.server.config;

import java.net.URI;
import java.util.Optional;
import mo.farol.server.jws.JwsAlgorithm;

/**
 * One OpenID Connect provider, and what its access tokens must say.
 *
 * @param issuer {@code iss}, to the letter
 * @param keys where its key set is; empty: as {@code issuer}/.well-known/openid-configuration says
 * @param audience what {@code aud} must contain: this API
 * @param algorithm the only one its tokens are signed by
 * @param tokenType what the header's {@code typ} may be
 * @param scope what {@code scope} must contain
 * @param longestLifeSeconds between {@code iat} and {@code exp}
 */
public record ProviderConfig(
        String issuer,
        Optional<URI> keys,
        String audience,
        JwsAlgorithm algorithm,
        TokenType tokenType,
        String scope,
        int longestLifeSeconds) {
    static final int LONGEST_LIFE_SECONDS = 3600;
}
