package mo.farol.token.cbor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes deterministic CBOR (RFC 8949, 4.2.1). The caller writes map keys in their order. */
public final class CborWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    public CborWriter array(int items) {
        return head(Major.ARRAY, items);
    }

    public CborWriter map(int pairs) {
        return head(Major.MAP, pairs);
    }

    public CborWriter integer(long value) {
        return value >= 0 ? head(Major.UNSIGNED, value) : head(Major.NEGATIVE, -1 - value);
    }

    public CborWriter bytes(byte[] value) {
        head(Major.BYTES, value.length);
        return raw(value);
    }

    public CborWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        head(Major.TEXT, utf8.length);
        return raw(utf8);
    }

    /** Appends bytes that are CBOR already. */
    public CborWriter raw(byte[] encoded) {
        out.write(encoded, 0, encoded.length);
        return this;
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }

    private CborWriter head(Major major, long value) {
        int type = major.ordinal() << 5;
        if (value < 24) {
            out.write(type | (int) value);
        } else if (value <= 0xFF) {
            number(type | 24, value, 1);
        } else if (value <= 0xFFFF) {
            number(type | 25, value, 2);
        } else if (value <= 0xFFFF_FFFFL) {
            number(type | 26, value, 4);
        } else {
            number(type | 27, value, 8);
        }
        return this;
    }

    private void number(int initial, long value, int width) {
        out.write(initial);
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }
}
