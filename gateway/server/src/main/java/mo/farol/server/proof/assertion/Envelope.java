package mo.farol.server.proof.assertion;

import java.time.Duration;
import java.time.Instant;
import mo.farol.server.jws.NotAccepted;

/**
 * What face and kiosk assertions have in common, all of it checked but the signature.
 *
 * @param expires the earlier of {@code exp} and the moment from which it is too old
 */
record Envelope(String issuer, String jti, Instant expires, StrictClaims claims) {
    /** Between {@code iat} and {@code exp}. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    /** How far a provider's clock may be ahead of the database's. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

    /**
     * @param audience what {@code aud} must be, as one string
     * @param oldest how long ago it may have been issued
     * @param now by the database's clock
     */
    static Envelope check(StrictClaims claims, String audience, Duration oldest, Instant now) throws NotAccepted {
        Instant issued = claims.time("iat");
        Instant ends = claims.time("exp");
        require(claims.text("aud").equals(audience), "aud must be this gateway, as one string");
        require(!issued.isAfter(now.plus(CLOCK_TOLERANCE)), "iat is ahead");
        require(ends.isAfter(issued), "exp is not after iat");
        require(!ends.isAfter(issued.plus(LONGEST_LIFE)), "exp is more than 300 s after iat");
        Instant tooOld = issued.plus(oldest);
        Instant expires = ends.isBefore(tooOld) ? ends : tooOld;
        require(expires.isAfter(now), "it has expired or is too old");
        require(!claims.has("nbf") || !claims.time("nbf").isAfter(now.plus(CLOCK_TOLERANCE)), "nbf is ahead");
        return new Envelope(claims.text("iss"), claims.text("jti"), expires, claims);
    }

    /** 32 bytes. */
    byte[] id() {
        return AssertionId.of(issuer, jti);
    }

    private static void require(boolean holds, String otherwise) throws NotAccepted {
        if (!holds) {
            throw new NotAccepted(otherwise);
        }
    }

    @Override
    public String toString() {
        return "Envelope[redacted]";
    }
}
