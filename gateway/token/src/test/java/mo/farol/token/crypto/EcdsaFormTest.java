package mo.farol.token.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcdsaFormTest {
    private static final BigInteger ORDER = P256.CURVE.getN();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void convertsAsAnAsn1LibraryDoes(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            BigInteger r = number(random);
            BigInteger s = number(random);
            byte[] raw = KeyEncodings.joined(P256.unsigned(r), P256.unsigned(s));
            byte[] der = new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)}).getEncoded();
            assertThat(EcdsaForm.toDer(raw)).contains(der);
            assertThat(EcdsaForm.toRaw(der)).contains(raw);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32, 63, 65, 70, 128})
    void refusesEveryOtherLength(int length) {
        byte[] raw = new byte[length];
        java.util.Arrays.fill(raw, (byte) 1);
        assertThat(EcdsaForm.toDer(raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3006020100020101", // r is zero
                "3006020101020100", // s is zero
                "3006020181020101", // r is negative
                "300702020001020101", // r with a needless zero
                "308106020101020101", // a long length
                "300602010102010100", // a byte after
                "3005020101020101", // a wrong length
                "3106020101020101", // a set
                "3006030101020101", // r is a bit string
                "30060201010201", // cut
                "30060201ff020101",
                "3080020101020101",
                "30060281010201",
                "300602050102030405",
                ""
            })
    void refusesWhatIsNotDerOfASignature(String der) {
        assertThat(EcdsaForm.toRaw(HexFormat.of().parseHex(der))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000})
    void refusesNumbersFromTheOrderUp(int above) {
        byte[] tooLarge = P256.unsigned(ORDER.add(BigInteger.valueOf(above)));
        byte[] fine = P256.unsigned(ORDER.subtract(BigInteger.ONE));
        assertThat(EcdsaForm.toDer(KeyEncodings.joined(tooLarge, fine))).isEmpty();
        assertThat(EcdsaForm.toDer(KeyEncodings.joined(fine, tooLarge))).isEmpty();
        assertThat(EcdsaForm.toDer(KeyEncodings.joined(fine, fine))).isPresent();
    }

    private static BigInteger number(Random random) {
        BigInteger number = new BigInteger(1 + random.nextInt(256), random);
        return number.signum() == 0 || number.compareTo(ORDER) >= 0 ? BigInteger.ONE : number;
    }
}
