package mo.farol.chaos.load;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import mo.farol.token.cose.Sign1;

/** ECDSA is malleable: with (r, s), (r, n - s) is a signature of the same body. Other bytes, the same code. */
final class OtherForm {
    /** The order of P-256 (FIPS 186-4, D.1.2.3). */
    private static final BigInteger N = new BigInteger(
            1, HexFormat.of().parseHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"));

    private static final int HALF = 32;

    private OtherForm() {}

    static Sign1 of(Sign1 body) {
        byte[] signature = body.signature().clone();
        byte[] s = N.subtract(new BigInteger(1, signature, HALF, HALF)).toByteArray();
        int digits = Math.min(HALF, s.length);
        Arrays.fill(signature, HALF, 2 * HALF, (byte) 0);
        System.arraycopy(s, s.length - digits, signature, 2 * HALF - digits, digits);
        return new Sign1(body.protectedHeader(), body.payload(), signature);
    }
}
