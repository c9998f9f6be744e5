package mo.farol.token.vectors;

import java.math.BigInteger;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.util.BigIntegers;

/** r || s, and the second form of a signature. */
final class RawSignature {
    static final BigInteger ORDER = CustomNamedCurves.getByName("secp256r1").getN();

    private RawSignature() {}

    static byte[] of(BigInteger r, BigInteger s) {
        byte[] raw = new byte[64];
        System.arraycopy(BigIntegers.asUnsignedByteArray(32, r), 0, raw, 0, 32);
        System.arraycopy(BigIntegers.asUnsignedByteArray(32, s), 0, raw, 32, 32);
        return raw;
    }

    static BigInteger r(byte[] raw) {
        return new BigInteger(1, raw, 0, 32);
    }

    static BigInteger s(byte[] raw) {
        return new BigInteger(1, raw, 32, 32);
    }

    /** (r, n - s): verifies whenever (r, s) does. */
    static byte[] otherForm(byte[] raw) {
        return of(r(raw), ORDER.subtract(s(raw)));
    }
}
