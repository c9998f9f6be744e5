package mo.farol.token;

import java.nio.ByteBuffer;

/**
 * The random, unique 8-byte name of a binding's key, the {@code kid} of a code's signature. A pseudonym of one phone
 * and one e-ID: it never prints.
 *
 * @param value the eight bytes, big-endian
 */
public record BindingKeyId(long value) {
    /** Length in bytes. */
    public static final int LENGTH = 8;

    /** @throws IllegalArgumentException when {@code bytes} is not {@value #LENGTH} bytes long */
    public static BindingKeyId of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a binding key id has 8 bytes, not " + bytes.length);
        }
        return new BindingKeyId(ByteBuffer.wrap(bytes).getLong());
    }

    /** A fresh copy of the eight bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putLong(value).array();
    }

    @Override
    public String toString() {
        return "BindingKeyId[redacted]";
    }
}
