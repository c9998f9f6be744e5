package mo.farol.token.crypto;

import java.util.Arrays;

/** Facts about X25519 keys (RFC 7748). */
public final class X25519 {
    private static final int LENGTH = 32;

    private X25519() {}

    /** The public key of a 32-byte private key. */
    public static byte[] publicKey(byte[] privateKey) {
        if (privateKey.length != LENGTH) {
            throw new IllegalArgumentException("an X25519 key has 32 bytes");
        }
        byte[] publicKey = new byte[LENGTH];
        org.bouncycastle.math.ec.rfc7748.X25519.scalarMultBase(privateKey, 0, publicKey, 0);
        return publicKey;
    }

    /** Whether {@code publicKey} is the public half of {@code privateKey}. */
    public static boolean belongTogether(byte[] privateKey, byte[] publicKey) {
        return Arrays.equals(publicKey(privateKey), publicKey);
    }
}
