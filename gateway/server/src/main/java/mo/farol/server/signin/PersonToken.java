package mo.farol.server.signin;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a provider vouches for in an access token. Made by {@link TokenRules} alone, from a token whose signature held.
 *
 * @param client the client it was issued to
 * @param session the sign-in at the provider, where the provider names it
 * @param authTime when the person last proved who they are, in seconds since 1970
 * @param acr how
 * @param inScope whether it is good for this API
 * @param roles as the configured claim lists them
 * @param certificate base64url SHA-256 of the client certificate it is bound to (RFC 8705, 3.1)
 * @param expiresAt seconds since 1970
 */
record PersonToken(
        String issuer,
        String subject,
        String client,
        Optional<String> session,
        OptionalLong authTime,
        Optional<String> acr,
        boolean inScope,
        List<String> roles,
        Optional<String> certificate,
        long expiresAt) {
    @Override
    public String toString() {
        return "PersonToken[redacted]";
    }
}
