package mo.farol.core.registry;

import org.jspecify.annotations.Nullable;

/**
 * A terminal of an institution with its own key.
 *
 * @param institution the institution's row
 * @param means the approved technical means' row
 * @param name its OAuth client id, unique
 * @param publicJwk its public signing key (P-256) for private_key_jwt, or null when it signs in by mTLS only
 * @param certificateSha256 hex SHA-256 of its pinned client certificate (DER), or null
 */
public record NewTerminal(
        long institution,
        long means,
        String name,
        @Nullable String publicJwk,
        @Nullable String certificateSha256) {}
