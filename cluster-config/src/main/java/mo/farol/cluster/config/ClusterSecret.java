package mo.farol.cluster.config;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The secret that the members of one cluster share. It never prints. */
public final class ClusterSecret {
    /** The least length in bytes. */
    public static final int LEAST = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] bytes;

    private ClusterSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @return empty when {@code text} is not base64 of at least {@value #LEAST} bytes */
    public static Optional<ClusterSecret> ofBase64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            return bytes.length < LEAST ? Optional.empty() : Optional.of(new ClusterSecret(bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A key for one purpose of one cluster: HMAC-SHA256 of the purpose's name. */
    public SecretKey keyFor(String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
