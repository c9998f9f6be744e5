package mo.farol.token.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The two forms of a P-256 signature: r || s of 64 bytes (RFC 9053, 2.1) outside, DER (RFC 3279, 2.2.3) for libraries
 * that know no other.
 */
public final class EcdsaForm {
    /** The order of P-256 (FIPS 186-5, SP 800-186). */
    private static final byte[] ORDER =
            HexFormat.of().parseHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

    private static final int HALF = 32;
    private static final int RAW_LENGTH = 2 * HALF;
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    private EcdsaForm() {}

    /** DER of a raw signature; empty when it is not 64 bytes, or r or s is zero or not below the order. */
    public static Optional<byte[]> toDer(byte[] raw) {
        if (raw.length != RAW_LENGTH || !inRange(raw, 0) || !inRange(raw, HALF)) {
            return Optional.empty();
        }
        int rLength = integerLength(raw, 0);
        int sLength = integerLength(raw, HALF);
        byte[] der = new byte[6 + rLength + sLength];
        der[0] = SEQUENCE;
        der[1] = (byte) (der.length - 2);
        writeInteger(raw, 0, rLength, der, 2);
        writeInteger(raw, HALF, sLength, der, 4 + rLength);
        return Optional.of(der);
    }

    /** The raw form of a DER signature; empty when it is not exactly the DER of an r and an s in range. */
    public static Optional<byte[]> toRaw(byte[] der) {
        if (der.length < 8 || der[0] != SEQUENCE || der[1] != der.length - 2) {
            return Optional.empty();
        }
        int rLength = der[3];
        if (rLength < 1 || 4 + rLength + 2 > der.length) {
            return Optional.empty();
        }
        byte[] raw = new byte[RAW_LENGTH];
        boolean read = readInteger(der, 2, raw, 0) && readInteger(der, 4 + rLength, raw, HALF);
        // Only one DER text belongs to a raw form: compare instead of listing every way to be wrong.
        return read
                ? toDer(raw).filter(canonical -> Arrays.equals(canonical, der)).map(canonical -> raw)
                : Optional.empty();
    }

    /** r and s as numbers, for a signature that {@link #toDer} accepts; empty otherwise. */
    static Optional<BigInteger[]> numbers(byte[] raw) {
        if (raw.length != RAW_LENGTH || !inRange(raw, 0) || !inRange(raw, HALF)) {
            return Optional.empty();
        }
        return Optional.of(new BigInteger[] {new BigInteger(1, raw, 0, HALF), new BigInteger(1, raw, HALF, HALF)});
    }

    private static boolean inRange(byte[] raw, int from) {
        boolean zero = true;
        for (int i = 0; i < HALF && zero; i++) {
            zero = raw[from + i] == 0;
        }
        return !zero && Arrays.compareUnsigned(raw, from, from + HALF, ORDER, 0, HALF) < 0;
    }

    private static int leadingZeros(byte[] raw, int from) {
        int zeros = 0;
        while (zeros < HALF - 1 && raw[from + zeros] == 0) {
            zeros++;
        }
        return zeros;
    }

    private static int integerLength(byte[] raw, int from) {
        int zeros = leadingZeros(raw, from);
        return HALF - zeros + (raw[from + zeros] < 0 ? 1 : 0);
    }

    private static void writeInteger(byte[] raw, int from, int length, byte[] der, int to) {
        int digits = HALF - leadingZeros(raw, from);
        der[to] = INTEGER;
        der[to + 1] = (byte) length;
        System.arraycopy(raw, from + HALF - digits, der, to + 2 + length - digits, digits);
    }

    private static boolean readInteger(byte[] der, int from, byte[] raw, int to) {
        int length = der[from + 1];
        if (der[from] != INTEGER || length < 1 || length > HALF + 1 || from + 2 + length > der.length) {
            return false;
        }
        int digits = Math.min(length, HALF);
        System.arraycopy(der, from + 2 + length - digits, raw, to + HALF - digits, digits);
        return true;
    }
}
