package mo.farol.bench.mint;

import java.math.BigInteger;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import mo.farol.phone.code.BoundEid;
import mo.farol.token.BindingKeyId;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.PhoneKey;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * As many phones as rows are wanted: the private key of number n is a secret start plus n, so its public key is one point
 * addition from its neighbour's and millions of valid ones are made in a minute. Of use to a benchmark and nobody else.
 */
public final class KeyChain {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
    private static final int SCALAR = 32;
    /** Leaves room below the order of the curve for every number. */
    private static final int START_BITS = 250;

    private final Crypto crypto;
    private final BigInteger start;
    private final long names;

    public KeyChain(Crypto crypto, RandomGenerator random) {
        this.crypto = crypto;
        byte[] bytes = new byte[SCALAR];
        random.nextBytes(bytes);
        this.start = new BigInteger(1, bytes)
                .mod(BigInteger.ONE.shiftLeft(START_BITS))
                .add(BigInteger.ONE);
        this.names = random.nextLong();
    }

    /** Number n's e-ID, ready to make codes. */
    public BoundEid phone(int n) {
        byte[] scalar = BigIntegers.asUnsignedByteArray(SCALAR, start.add(BigInteger.valueOf(n)));
        return new BoundEid(new BindingKeyId(name(n)), PhoneKey.of(crypto, scalar));
    }

    public List<BoundEid> phones(int from, int below) {
        return IntStream.range(from, below).mapToObj(this::phone).toList();
    }

    /** The binding key id of number n: looks random, and no two are the same. */
    public long name(int n) {
        long mixed = names + n * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** The public keys of {@code count} numbers from {@code from} on: uncompressed points, 65 bytes each. */
    public IntFunction<byte[]> publicKeys(int from, int count) {
        ECPoint[] points = new ECPoint[count];
        ECPoint point = CURVE.getG().multiply(start.add(BigInteger.valueOf(from)));
        for (int i = 0; i < count; i++) {
            points[i] = point;
            point = point.add(CURVE.getG());
        }
        // One inversion for all of them.
        CURVE.getCurve().normalizeAll(points);
        return i -> points[i].getEncoded(false);
    }
}
