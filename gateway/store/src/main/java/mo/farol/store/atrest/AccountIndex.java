package mo.farol.store.atrest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names a sign-in without keeping it: HMAC-SHA256 over issuer and subject, 32 bytes, under a key derived from the one
 * of the number index. Each text is its count of UTF-16 units, 4 bytes, and the units, 2 bytes each, so no two pairs
 * meet: a conversion to UTF-8 would make all malformed texts alike.
 */
public final class AccountIndex {
    private static final byte[] LABEL = "farol account".getBytes(StandardCharsets.US_ASCII);

    private final SecretKey key;

    public AccountIndex(AtRestKeys keys) {
        this.key = new SecretKeySpec(HmacSha256.of(keys.numberKey(), LABEL), "HmacSHA256");
    }

    public byte[] of(String issuer, String subject) {
        ByteBuffer pair = ByteBuffer.allocate(2 * (Integer.BYTES + issuer.length() + subject.length()));
        append(pair, issuer);
        append(pair, subject);
        return HmacSha256.of(key, pair.array());
    }

    /** Names an issuer: no account has the same. */
    public byte[] of(String issuer) {
        ByteBuffer alone = ByteBuffer.allocate(Integer.BYTES + 2 * issuer.length());
        append(alone, issuer);
        return HmacSha256.of(key, alone.array());
    }

    private static void append(ByteBuffer pair, String text) {
        pair.putInt(text.length());
        text.chars().forEach(unit -> pair.putChar((char) unit));
    }
}
