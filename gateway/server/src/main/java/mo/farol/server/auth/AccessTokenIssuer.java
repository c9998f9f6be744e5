package mo.farol.server.auth;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.util.Map;
import java.util.UUID;
import mo.farol.server.keys.SigningKey;

/** Signs access tokens (the claims of RFC 9068, ES256). One for each event loop: the library signs one at a time per key. */
final class AccessTokenIssuer {
    /** Life of a token in seconds; suspension does not wait for it. */
    static final int LIFE = 600;

    /** The only type that vertx-auth-jwt writes, whatever its options ask for; the key id tells access tokens apart. */
    static final String TYPE = "JWT";

    private final JWTAuth jwt;
    private final String issuer;

    AccessTokenIssuer(Vertx vertx, SigningKey key, String issuer) {
        this.jwt = JWTAuth.create(vertx, new JWTAuthOptions().addJwk(new JsonObject(Map.copyOf(key.privateJwk()))));
        this.issuer = issuer;
    }

    String issue(AccessToken token) {
        JsonObject claims = new JsonObject()
                .put("iss", issuer)
                .put("aud", issuer)
                .put("sub", token.terminal().name())
                .put("client_id", token.terminal().name())
                .put("jti", UUID.randomUUID().toString())
                .put("iat", token.expiresAt() - LIFE)
                .put("exp", token.expiresAt())
                .put("scope", Scope.join(token.scopes()))
                .put("terminal", token.terminal().terminal())
                .put("institution", token.terminal().institution());
        if (token.certificate() != null) {
            claims.put("cnf", new JsonObject().put("x5t#S256", token.certificate()));
        }
        JWTOptions options = new JWTOptions().setAlgorithm("ES256").setNoTimestamp(true);
        return jwt.generateToken(claims, options);
    }
}
