package mo.farol.token;

import java.nio.ByteBuffer;

/**
 * A code's token id (CWT claim 7, RFC 8392): a mint counter, then random bits. Ordered as its 12 bytes are, so a later
 * code of one phone compares greater until the counter wraps.
 *
 * @param counter the phone's mint counter, unsigned
 * @param random 64 random bits
 */
public record Cti(int counter, long random) implements Comparable<Cti> {
    /** Length in bytes. */
    public static final int LENGTH = 12;

    /** @throws IllegalArgumentException when {@code bytes} is not {@value #LENGTH} bytes long */
    public static Cti of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a cti has 12 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Cti(buffer.getInt(), buffer.getLong());
    }

    /** A fresh copy of the twelve bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putInt(counter).putLong(random).array();
    }

    @Override
    public int compareTo(Cti other) {
        int byCounter = Integer.compareUnsigned(counter, other.counter);
        return byCounter != 0 ? byCounter : Long.compareUnsigned(random, other.random);
    }
}
