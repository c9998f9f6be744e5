package mo.farol.server.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.server.jws.CompactJws;
import mo.farol.server.jws.NotAccepted;
import mo.farol.server.keys.Digests;
import mo.farol.server.keys.SigningKey;
import mo.farol.token.crypto.Crypto;

/**
 * Checks access tokens, and remembers those that held by their SHA-256, never by their text. The signature is checked by
 * our own ES256: native code, and the raw 64-byte form only.
 */
final class AccessTokenReader {
    private static final int REMEMBERED = 20_000;

    private final Crypto crypto;
    private final SigningKey key;
    private final String issuer;
    private final Cache<ByteBuffer, AccessToken> checked =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    AccessTokenReader(Crypto crypto, SigningKey key, String issuer) {
        this.crypto = crypto;
        this.key = key;
        this.issuer = issuer;
    }

    /** @throws NotAccepted when it is not a token of ours, or past its end */
    AccessToken read(String text, long nowSeconds) throws NotAccepted {
        ByteBuffer name = ByteBuffer.wrap(Digests.sha256(text.getBytes(StandardCharsets.ISO_8859_1)));
        AccessToken known = checked.getIfPresent(name);
        AccessToken token = known == null ? check(text) : known;
        if (token.expiresAt() <= nowSeconds) {
            checked.invalidate(name);
            throw new NotAccepted("the token has expired");
        }
        if (known == null) {
            checked.put(name, token);
        }
        return token;
    }

    private AccessToken check(String text) throws NotAccepted {
        CompactJws jws = CompactJws.parse(text);
        JsonNode header = jws.header();
        if (!header.path("typ").asText().equals(AccessTokenIssuer.TYPE)
                || !header.path("kid").asText().equals(key.kid())) {
            throw new NotAccepted("not an access token of this gateway");
        }
        jws.verify(crypto, key.publicKey());
        JsonNode claims = jws.claims();
        if (!isOurs(claims, "iss") || !isOurs(claims, "aud")) {
            throw new NotAccepted("not an access token for this gateway");
        }
        TerminalIdentity terminal = new TerminalIdentity(
                claims.path("terminal").longValue(),
                claims.path("institution").longValue(),
                claims.path("sub").asText());
        Set<Scope> scopes = Scope.parse(claims.path("scope").asText()).orElse(Set.of());
        return new AccessToken(
                terminal,
                scopes,
                claims.path("exp").longValue(),
                claims.path("cnf").path("x5t#S256").textValue());
    }

    private boolean isOurs(JsonNode claims, String name) {
        return issuer.equals(claims.path(name).textValue());
    }
}
