package mo.farol.token;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A binding's P-256 public key, as an uncompressed point (SEC 1, 2.3.3: 0x04, x, y; 65 bytes). */
public final class BindingPublicKey {
    /** Length of the encoded point in bytes. */
    public static final int LENGTH = 65;

    private final byte[] point;

    private BindingPublicKey(byte[] point) {
        this.point = point;
    }

    /** @throws IllegalArgumentException when {@code point} has not the shape of an uncompressed P-256 point */
    public static BindingPublicKey of(byte[] point) {
        if (point.length != LENGTH || point[0] != 4) {
            throw new IllegalArgumentException("not an uncompressed P-256 point");
        }
        return new BindingPublicKey(point.clone());
    }

    /** A fresh copy of the 65 bytes. */
    public byte[] point() {
        return point.clone();
    }

    /** SHA-256 of the 65 bytes: 32 bytes, as the binding's row stores it. */
    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(point);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BindingPublicKey key && Arrays.equals(point, key.point);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(point);
    }

    @Override
    public String toString() {
        return "BindingPublicKey[redacted]";
    }
}
