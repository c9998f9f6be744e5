package mo.farol.server.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import mo.farol.server.jws.CompactJws;
import mo.farol.server.jws.NotAccepted;
import mo.farol.server.jws.VerifyingKey;
import mo.farol.token.crypto.Crypto;

/**
 * A terminal's signed statement of who it is (private_key_jwt; RFC 7523, 3). Its audience is exactly our issuer, as one
 * string, so an assertion made for somebody else cannot be used here.
 */
final class ClientAssertion {
    /** RFC 7521, 4.2. */
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final long LONGEST_LIFE = 300;
    private static final long CLOCK_TOLERANCE = 30;
    private static final int LONGEST_ID = 128;

    private final CompactJws jws;
    private final String clientId;
    private final String jti;
    private final Instant expiry;

    private ClientAssertion(CompactJws jws, String clientId, String jti, Instant expiry) {
        this.jws = jws;
        this.clientId = clientId;
        this.jti = jti;
        this.expiry = expiry;
    }

    /** Checks everything that needs neither a key nor the database. */
    static ClientAssertion read(String text, String issuer, long nowSeconds) throws NotAccepted {
        CompactJws jws = CompactJws.parse(text);
        JsonNode claims = jws.claims();
        String subject = id(claims, "sub");
        require(id(claims, "iss").equals(subject), "iss and sub must both be the client id");
        JsonNode audience = claims.path("aud");
        require(audience.isTextual() && audience.textValue().equals(issuer), "aud must be the issuer, as one string");
        long expiry = seconds(claims, "exp");
        require(expiry > nowSeconds, "exp is past");
        require(expiry <= nowSeconds + LONGEST_LIFE, "exp is more than 300 s ahead");
        if (claims.has("nbf")) {
            require(seconds(claims, "nbf") <= nowSeconds + CLOCK_TOLERANCE, "nbf is ahead");
        }
        if (claims.has("iat")) {
            long issued = seconds(claims, "iat");
            require(issued <= nowSeconds + CLOCK_TOLERANCE, "iat is ahead");
            require(issued >= nowSeconds - LONGEST_LIFE, "iat is more than 300 s past");
        }
        return new ClientAssertion(jws, subject, id(claims, "jti"), Instant.ofEpochSecond(expiry));
    }

    String clientId() {
        return clientId;
    }

    String jti() {
        return jti;
    }

    Instant expiry() {
        return expiry;
    }

    void verify(Crypto crypto, VerifyingKey key) throws NotAccepted {
        jws.verify(crypto, key);
    }

    private static String id(JsonNode claims, String name) throws NotAccepted {
        JsonNode value = claims.path(name);
        require(value.isTextual(), name + " must be a string");
        String text = value.textValue();
        require(
                !text.isEmpty() && text.length() <= LONGEST_ID && text.chars().allMatch(c -> c > 0x20 && c < 0x7f),
                name + " must be 1 to 128 visible ASCII characters");
        return text;
    }

    private static long seconds(JsonNode claims, String name) throws NotAccepted {
        JsonNode value = claims.path(name);
        require(value.isNumber() && value.canConvertToLong() && value.longValue() > 0, name + " must be a NumericDate");
        return value.longValue();
    }

    private static void require(boolean holds, String otherwise) throws NotAccepted {
        if (!holds) {
            throw new NotAccepted(otherwise);
        }
    }
}
