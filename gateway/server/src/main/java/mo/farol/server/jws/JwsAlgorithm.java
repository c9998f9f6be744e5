package mo.farol.server.jws;

import java.util.Arrays;
import java.util.Optional;

/** How a JWS may be signed (RFC 7518, 3.1). Whoever reads one pins one of these beforehand; the JWS never chooses. */
public enum JwsAlgorithm {
    /** ECDSA with P-256 and SHA-256. */
    ES256("EC"),
    /** RSASSA-PKCS1-v1_5 with SHA-256. */
    RS256("RSA");

    private final String keyType;

    JwsAlgorithm(String keyType) {
        this.keyType = keyType;
    }

    /** {@code kty} of its keys (RFC 7518, 6.1). */
    String keyType() {
        return keyType;
    }

    public static Optional<JwsAlgorithm> byName(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
