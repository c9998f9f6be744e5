package mo.farol.core.registry;

import org.jspecify.annotations.Nullable;

/**
 * A terminal as it was enrolled.
 *
 * @param publicJwk its public signing key as it was given, or null when it signs in by mTLS only
 * @param certificateSha256 hex SHA-256 of its pinned client certificate (DER), or null
 * @param suspended itself; its institution or means may be suspended as well
 */
public record RegisteredTerminal(
        long row,
        String name,
        RegisteredName institution,
        RegisteredName means,
        @Nullable String publicJwk,
        @Nullable String certificateSha256,
        boolean suspended) {}
