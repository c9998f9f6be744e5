package mo.farol.server.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Access tokens of a provider, right ones and wrong ones.
 *
 * @param key what the provider signs with
 * @param time what the provider's clock says
 */
record Tokens(String issuer, JWK key, MovableTime time, String client, String scope) {
    static final String AUDIENCE = "https://api.farol.example";

    static RSAKey rsa(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey ec(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    Tokens by(JWK other) {
        return new Tokens(issuer, other, time, client, scope);
    }

    JsonObject claims() {
        long now = time.seconds();
        return new JsonObject()
                .put("iss", issuer)
                .put("sub", "person-1")
                .put("aud", AUDIENCE)
                .put("azp", client)
                .put("scope", "openid " + scope)
                .put("typ", "Bearer")
                .put("sid", "sign-in-1")
                .put("acr", "strong")
                .put("auth_time", now - 10)
                .put("iat", now)
                .put("exp", now + 300);
    }

    JsonObject header() {
        return new JsonObject()
                .put("alg", algorithm().getName())
                .put("typ", "JWT")
                .put("kid", key.getKeyID());
    }

    String right() {
        return signed(header().encode(), claims().encode());
    }

    /** @param change what is different about this one's claims */
    String with(Consumer<JsonObject> change) {
        JsonObject claims = claims();
        change.accept(claims);
        return signed(header().encode(), claims.encode());
    }

    /** @param change what is different about this one's header */
    String headed(Consumer<JsonObject> change) {
        JsonObject header = header();
        change.accept(header);
        return signed(header.encode(), claims().encode());
    }

    /** Signs these very texts, whatever they say. */
    String signed(String header, String payload) {
        String input = Base64URL.encode(header) + "." + Base64URL.encode(payload);
        try {
            JWSSigner signer = key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
            return input + "." + signer.sign(new JWSHeader(algorithm()), input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWSAlgorithm algorithm() {
        return key instanceof RSAKey ? JWSAlgorithm.RS256 : JWSAlgorithm.ES256;
    }
}
