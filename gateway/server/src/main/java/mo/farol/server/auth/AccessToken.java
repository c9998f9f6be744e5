package mo.farol.server.auth;

import java.util.Set;
import mo.farol.core.terminal.TerminalIdentity;
import org.jspecify.annotations.Nullable;

/**
 * What an access token of ours says.
 *
 * @param expiresAt seconds since 1970
 * @param certificate base64url SHA-256 of the client certificate it is bound to (RFC 8705, 3), or null
 */
record AccessToken(
        TerminalIdentity terminal,
        Set<Scope> scopes,
        long expiresAt,
        @Nullable String certificate) {}
