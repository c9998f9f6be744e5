package mo.farol.chaos.load;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Client assertions (RFC 7523, section 3) whose {@code jti} the caller chooses, in the form that the token endpoint takes. */
final class Assertions {
    private static final Duration LIFE = Duration.ofSeconds(120);
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final String issuer;

    Assertions(String issuer) {
        this.issuer = issuer;
    }

    /** The body of {@code POST /oauth2/token}. */
    byte[] form(Terminal terminal, String jti) {
        String form = "grant_type=client_credentials&client_assertion_type="
                + URLEncoder.encode(TYPE, StandardCharsets.UTF_8) + "&client_assertion=" + assertion(terminal, jti);
        return form.getBytes(StandardCharsets.US_ASCII);
    }

    private String assertion(Terminal terminal, String jti) {
        Instant now = Instant.now();
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(terminal.key().key().getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(terminal.name())
                        .subject(terminal.name())
                        .audience(issuer)
                        .jwtID(jti)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .build());
        try {
            assertion.sign(new ECDSASigner(terminal.key().key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("a terminal's key cannot sign", e);
        }
        return assertion.serialize();
    }
}
