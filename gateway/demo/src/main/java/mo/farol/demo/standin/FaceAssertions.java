package mo.farol.demo.standin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Signs what a camera saw (compact JWS, ES256): one audience, a fresh id, two minutes of life. */
final class FaceAssertions {
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final ECKey key;
    private final Clock clock;

    FaceAssertions(ECKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * @param liveness 0 to 1
     * @param likeness 0 to 1
     */
    String sign(String issuer, FaceCheckProvider.Check check, double liveness, double likeness) {
        Instant now = clock.instant();
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(check.subject())
                        // A string, not a list: the gateway takes exactly its own issuer.
                        .audience(check.audience())
                        .claim("challenge", check.challenge())
                        .claim("purpose", check.purpose())
                        .claim("liveness", liveness)
                        .claim("likeness", likeness)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .build());
        try {
            assertion.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("this stand-in's key cannot sign", e);
        }
        return assertion.serialize();
    }
}
