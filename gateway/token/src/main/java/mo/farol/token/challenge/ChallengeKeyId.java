package mo.farol.token.challenge;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import mo.farol.token.BindingPublicKey;

/** Names the gateway's key that signed a challenge: the first eight bytes of SHA-256 over its uncompressed point. */
public record ChallengeKeyId(long value) {
    /** Length in bytes. */
    public static final int LENGTH = 8;

    public static ChallengeKeyId of(BindingPublicKey key) {
        return of(Arrays.copyOf(key.sha256(), LENGTH));
    }

    /** @throws IllegalArgumentException when {@code bytes} is not {@value #LENGTH} bytes long */
    public static ChallengeKeyId of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a key id has 8 bytes, not " + bytes.length);
        }
        return new ChallengeKeyId(ByteBuffer.wrap(bytes).getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putLong(value).array();
    }

    /** 16 hex digits. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(value);
    }
}
