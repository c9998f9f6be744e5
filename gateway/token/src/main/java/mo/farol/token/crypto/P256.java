package mo.farol.token.crypto;

import java.math.BigInteger;
import java.util.Optional;
import java.util.random.RandomGenerator;
import mo.farol.token.BindingPublicKey;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** Facts about P-256 keys (SP 800-186): the slow, rare work around binding a key. */
public final class P256 {
    static final ECDomainParameters CURVE = curve();
    private static final int SCALAR_LENGTH = 32;

    private P256() {}

    /** A fresh private key, 32 bytes big-endian, uniform below the order (FIPS 186-5, A.2.2). */
    public static byte[] newScalar(RandomGenerator random) {
        byte[] scalar = new byte[SCALAR_LENGTH];
        do {
            random.nextBytes(scalar);
        } while (!isScalar(scalar));
        return scalar;
    }

    /** The public key of a private key. */
    public static BindingPublicKey publicKey(byte[] scalar) {
        if (!isScalar(scalar)) {
            throw new IllegalArgumentException("not a P-256 private key");
        }
        byte[] point = new FixedPointCombMultiplier()
                .multiply(CURVE.getG(), new BigInteger(1, scalar))
                .getEncoded(false);
        return BindingPublicKey.of(point);
    }

    /** Whether the point is on the curve and can verify signatures: asked once, when a key is bound. */
    public static boolean isUsable(BindingPublicKey key) {
        return parameters(key).isPresent();
    }

    static Optional<ECPublicKeyParameters> parameters(BindingPublicKey key) {
        try {
            return Optional.of(new ECPublicKeyParameters(CURVE.getCurve().decodePoint(key.point()), CURVE));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isScalar(byte[] scalar) {
        BigInteger d = new BigInteger(1, scalar);
        return scalar.length == SCALAR_LENGTH && d.signum() > 0 && d.compareTo(CURVE.getN()) < 0;
    }

    static byte[] unsigned(BigInteger number) {
        return BigIntegers.asUnsignedByteArray(SCALAR_LENGTH, number);
    }

    private static ECDomainParameters curve() {
        X9ECParameters named = CustomNamedCurves.getByName("secp256r1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }
}
