package mo.farol.core.terminal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A terminal as it was enrolled: what its sign-in is checked against.
 *
 * @param institutionName its institution's public name
 * @param publicJwk its public signing key (P-256) for private_key_jwt, or null when it signs in by mTLS only
 * @param certificateSha256 lower-case hex SHA-256 of its pinned client certificate (DER), or null
 * @param suspended why it may not sign in now, empty when terminal, institution and means all stand
 */
public record EnrolledTerminal(
        TerminalIdentity identity,
        String institutionName,
        @Nullable String publicJwk,
        @Nullable String certificateSha256,
        Optional<Standing> suspended) {}
