package mo.farol.token;

import java.util.Arrays;
import java.util.HexFormat;

/** A terminal's 16-byte challenge id, carried by a challenge code (claim 10). */
public final class Nonce {
    /** Length in bytes. */
    public static final int LENGTH = 16;

    private final byte[] bytes;

    private Nonce(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException when {@code bytes} is not {@value #LENGTH} bytes long */
    public static Nonce of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a nonce has 16 bytes, not " + bytes.length);
        }
        return new Nonce(bytes.clone());
    }

    /** A fresh copy of the sixteen bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Nonce nonce && Arrays.equals(bytes, nonce.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
