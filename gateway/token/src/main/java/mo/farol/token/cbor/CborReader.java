package mo.farol.token.cbor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Pulls one expected item after the other out of bytes that nobody vouches for. Everything but deterministic CBOR
 * (RFC 8949, 4.2.1) is refused: lengths are definite, numbers have their shortest form, and what was not asked for is not
 * skipped. Tags, floats and simple values do not occur in format 1 and are refused too. Integers reach from -2^63 to
 * 2^63 - 1. It never allocates more than its input holds, and never recurses.
 */
public final class CborReader {
    private final byte[] bytes;
    private int at;

    public CborReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next item's major type, without reading it. */
    public Major peek() throws NotDeterministic {
        if (at >= bytes.length) {
            throw new NotDeterministic("an item");
        }
        return Major.of((bytes[at] & 0xFF) >>> 5);
    }

    /** The head of an array: how many items follow. */
    public int array() throws NotDeterministic {
        return size(Major.ARRAY);
    }

    /** The head of a map: how many pairs follow. The caller reads each key and knows their order. */
    public int map() throws NotDeterministic {
        return size(Major.MAP);
    }

    /** An unsigned integer. */
    public long unsigned() throws NotDeterministic {
        return head(Major.UNSIGNED);
    }

    /** An integer of either sign. */
    public long integer() throws NotDeterministic {
        return peek() == Major.NEGATIVE ? -1 - head(Major.NEGATIVE) : head(Major.UNSIGNED);
    }

    /** A byte string. */
    public byte[] bytes() throws NotDeterministic {
        return taken(size(Major.BYTES));
    }

    /** A byte string of exactly {@code length} bytes. */
    public byte[] bytes(int length) throws NotDeterministic {
        if (size(Major.BYTES) != length) {
            throw new NotDeterministic("a byte string of another length");
        }
        return taken(length);
    }

    /** A text string in valid UTF-8. */
    public String text() throws NotDeterministic {
        byte[] utf8 = taken(size(Major.TEXT));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotDeterministic("UTF-8");
        }
    }

    /** Reads an array's head and requires {@code items}. */
    public void array(int items) throws NotDeterministic {
        require(array() == items, "an array of another size");
    }

    /** Reads a map's head and requires {@code pairs}. */
    public void map(int pairs) throws NotDeterministic {
        require(map() == pairs, "a map of another size");
    }

    /** Reads an integer and requires it to be {@code label}: a map's key or a pinned number. */
    public void label(long label) throws NotDeterministic {
        require(integer() == label, "another label");
    }

    /** Requires that nothing follows. */
    public void end() throws NotDeterministic {
        require(at == bytes.length, "nothing more");
    }

    private int size(Major major) throws NotDeterministic {
        long size = head(major);
        require(size <= bytes.length - at, "no more than the bytes hold");
        return (int) size;
    }

    private byte[] taken(int length) {
        byte[] taken = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return taken;
    }

    private long head(Major major) throws NotDeterministic {
        require(peek() == major, "an item of another type");
        int additional = bytes[at++] & 0x1F;
        if (additional < 24) {
            return additional;
        }
        require(additional <= 27, "a definite length");
        int width = 1 << (additional - 24);
        require(width <= bytes.length - at, "a whole number");
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | bytes[at++] & 0xFF;
        }
        require(value >= smallest(width), "a shortest form below 2^63");
        return value;
    }

    /** The smallest value that needs {@code width} bytes. A value over 2^63 - 1 is negative here, so it is refused too. */
    private static long smallest(int width) {
        return width == 1 ? 24 : 1L << (width * 4);
    }

    private static void require(boolean holds, String expected) throws NotDeterministic {
        if (!holds) {
            throw new NotDeterministic(expected);
        }
    }
}
