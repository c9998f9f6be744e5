package mo.farol.server.signin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mo.farol.server.config.TokenType;
import mo.farol.server.jws.NotAccepted;

/**
 * Tells access tokens from everything else that a provider signs with the same key: ID tokens, refresh tokens, logout
 * tokens. RFC 9068 marks them by {@code typ} in the header; a provider that does not (Keycloak by default) is met by its
 * own mark, {@code typ} among the claims, and by what only ID tokens carry (OpenID Connect Core 1.0, 2 and 3.3.2.11).
 */
final class TokenKind {
    private static final String ACCESS_TOKEN = "at+jwt";
    private static final List<String> ONLY_IN_ID_TOKENS = List.of("nonce", "at_hash", "c_hash", "s_hash");

    private TokenKind() {}

    /** @throws NotAccepted when it is not an access token */
    static void check(TokenType required, JsonNode header, Claims claims) throws NotAccepted {
        boolean marked = isMarked(required, header);
        Optional<String> ownMark = claims.optionalText("typ");
        if (ownMark.isPresent() && !ownMark.get().equals("Bearer")) {
            throw new NotAccepted("the claim typ is not Bearer");
        }
        if (!marked && ONLY_IN_ID_TOKENS.stream().anyMatch(claims::has)) {
            throw new NotAccepted("an ID token");
        }
    }

    private static boolean isMarked(TokenType required, JsonNode header) throws NotAccepted {
        if (required == TokenType.JWT && !header.has("typ")) {
            return false;
        }
        String type = header.path("typ").asText().toLowerCase(Locale.ROOT);
        String subtype = type.startsWith("application/") ? type.substring("application/".length()) : type;
        if (subtype.equals(ACCESS_TOKEN)) {
            return true;
        }
        if (required == TokenType.AT_JWT || !subtype.equals("jwt")) {
            throw new NotAccepted("typ is not that of an access token");
        }
        return false;
    }
}
