package mo.farol.server.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Somebody who signs assertions and publishes keys. */
public record Signer(JWK key, JWSAlgorithm algorithm) {
    public static Signer es256(String kid) {
        try {
            return new Signer(new ECKeyGenerator(Curve.P_256).keyID(kid).generate(), JWSAlgorithm.ES256);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Signer rs256(String kid) {
        try {
            return new Signer(new RSAKeyGenerator(2048).keyID(kid).generate(), JWSAlgorithm.RS256);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JWK set of these signers' public keys. */
    public static String published(Signer... signers) {
        JsonArray keys = new JsonArray();
        Arrays.stream(signers)
                .forEach(each -> keys.add(new JsonObject(each.key.toPublicJWK().toJSONString())));
        return new JsonObject().put("keys", keys).encode();
    }

    public static byte[] publishedBytes(Signer... signers) {
        return published(signers).getBytes(StandardCharsets.UTF_8);
    }

    public String sign(JsonObject claims) {
        return sign(claims.encode());
    }

    public String sign(String payload) {
        return sign(
                new JWSHeader.Builder(algorithm)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build(),
                payload);
    }

    public String sign(JWSHeader header, String payload) {
        try {
            JWSObject jws = new JWSObject(header, new Payload(payload));
            jws.sign(signer());
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWSSigner signer() throws JOSEException {
        return key instanceof ECKey curve ? new ECDSASigner(curve) : new RSASSASigner((RSAKey) key);
    }
}
