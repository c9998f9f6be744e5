package mo.farol.bench.mint;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import mo.farol.token.cose.Sign1;

/** The other signature of the same body, (r, n - s): other bytes, the same code. */
final class SecondForm {
    /** The order of P-256. */
    private static final BigInteger ORDER = new BigInteger(
            1, HexFormat.of().parseHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"));

    private static final int HALF = 32;

    private SecondForm() {}

    static Sign1 of(Sign1 body) {
        byte[] signature = body.signature().clone();
        byte[] s = ORDER.subtract(new BigInteger(1, signature, HALF, HALF)).toByteArray();
        // A number's bytes may be one longer, for the sign, or shorter than the half they go into.
        int digits = Math.min(HALF, s.length);
        Arrays.fill(signature, HALF, 2 * HALF, (byte) 0);
        System.arraycopy(s, s.length - digits, signature, 2 * HALF - digits, digits);
        return new Sign1(body.protectedHeader(), body.payload(), signature);
    }
}
