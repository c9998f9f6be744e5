package mo.farol.phone.kiosk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

/** Signs what kiosks read (compact JWS, ES256): one audience, a fresh id, two minutes of life. */
public final class KioskAssertions {
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final ECKey key;
    private final String issuer;
    private final String audience;
    private final Clock clock;

    /**
     * @param key the kiosk provider's private P-256 key
     * @param audience the gateway's issuer
     */
    public KioskAssertions(ECKey key, String issuer, String audience, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /** Compact JWS. The number itself is not in it, only its hash, which ties the two together. */
    public String sign(Reading reading) {
        Instant now = clock.instant();
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(reading.terminal())
                        // A string, not a list: the gateway takes exactly its own issuer.
                        .audience(audience)
                        .claim("id_number", reading.idNumber())
                        .claim("fingerprint", reading.fingerprintMatched() ? "matched" : "not_matched")
                        .claim("number_hash", sha256(reading.number()))
                        .claim("purpose", "kiosk-bind")
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .build());
        try {
            assertion.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("this kiosk provider's key cannot sign", e);
        }
        return assertion.serialize();
    }

    private static String sha256(String number) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
