package mo.farol.phone.terminal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Makes a terminal's client assertions (RFC 7523, section 3): ES256, one audience, a fresh id, a minute of life. */
final class ClientAssertions {
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final TerminalKey terminal;
    private final String issuer;
    private final Clock clock;

    ClientAssertions(TerminalKey terminal, String issuer, Clock clock) {
        this.terminal = terminal;
        this.issuer = issuer;
        this.clock = clock;
    }

    String next() {
        Instant now = clock.instant();
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(terminal.key().getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(terminal.name())
                        .subject(terminal.name())
                        // A string, not a list: the gateway takes exactly its own issuer.
                        .audience(issuer)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .build());
        try {
            assertion.sign(new ECDSASigner(terminal.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("this terminal's key cannot sign", e);
        }
        return assertion.serialize();
    }
}
