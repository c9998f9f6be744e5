package mo.farol.server.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Provider;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.math.ec.ECPoint;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseEncryptionTest {
    private static final Map<String, String> RELEASED = Map.of("surname_zh", "陳", "id_number", "5123456(7)");

    static Stream<Provider> providers() {
        return Stream.of(Conscrypt.newProvider(), new BouncyCastleProvider());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void isOpenedByASecondLibraryWithTheInstitutionsKey(Provider provider) throws Exception {
        ECKey institution = new ECKeyGenerator(Curve.P_256).keyID("bank-2026").generate();

        String jwe = new ReleaseEncryption(provider)
                .encrypt(RELEASED, institution.toPublicJWK().toJSONString());

        assertThat(jwe).doesNotContain("5123456").doesNotContain("surname");
        assertThat(open(jwe, institution))
                .isEqualTo(new ObjectMapper().readTree("{\"surname_zh\":\"陳\",\"id_number\":\"5123456(7)\"}"));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void differsEachTime(Provider provider) throws Exception {
        String key = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONString();
        ReleaseEncryption encryption = new ReleaseEncryption(provider);

        assertThat(encryption.encrypt(RELEASED, key)).isNotEqualTo(encryption.encrypt(RELEASED, key));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void takesNoPrivateKeyAndNoOtherCurve(Provider provider) throws Exception {
        ReleaseEncryption encryption = new ReleaseEncryption(provider);
        String withPrivate = new ECKeyGenerator(Curve.P_256).generate().toJSONString();
        String p384 = new ECKeyGenerator(Curve.P_384).generate().toPublicJWK().toJSONString();

        for (String key : new String[] {withPrivate, p384, "{}"}) {
            assertThatThrownBy(() -> encryption.encrypt(RELEASED, key)).isInstanceOf(IllegalStateException.class);
        }
    }

    /** RFC 7518, 4.6 and RFC 7516, 5.2, on BouncyCastle's primitives only. */
    private static JsonNode open(String jwe, ECKey recipient) throws Exception {
        String[] parts = jwe.split("\\.", -1);
        JsonNode header = new ObjectMapper().readTree(decode(parts[0]));
        assertThat(header.path("alg").asText()).isEqualTo("ECDH-ES");
        assertThat(header.path("enc").asText()).isEqualTo("A128GCM");
        assertThat(header.path("kid").asText()).isEqualTo("bank-2026");
        assertThat(parts[1]).isEmpty();
        byte[] key = concatKdf(agree(header.path("epk"), recipient));
        GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
        byte[] aad = parts[0].getBytes(StandardCharsets.US_ASCII);
        cipher.init(false, new AEADParameters(new KeyParameter(key), 128, decode(parts[2]), aad));
        byte[] sealed = concat(decode(parts[3]), decode(parts[4]));
        byte[] plain = new byte[cipher.getOutputSize(sealed.length)];
        int length = cipher.processBytes(sealed, 0, sealed.length, plain, 0);
        cipher.doFinal(plain, length);
        return new ObjectMapper().readTree(plain);
    }

    private static byte[] agree(JsonNode epk, ECKey recipient) {
        X9ECParameters p256 = ECNamedCurveTable.getByName("P-256");
        ECPoint ephemeral = p256.getCurve().createPoint(number(epk, "x"), number(epk, "y"));
        ECPoint shared =
                ephemeral.multiply(recipient.getD().decodeToBigInteger()).normalize();
        return shared.getAffineXCoord().getEncoded();
    }

    private static BigInteger number(JsonNode epk, String coordinate) {
        return new BigInteger(1, decode(epk.path(coordinate).asText()));
    }

    private static byte[] concatKdf(byte[] secret) throws Exception {
        byte[] algorithm = "A128GCM".getBytes(StandardCharsets.US_ASCII);
        byte[] input = ByteBuffer.allocate(4 + secret.length + 4 + algorithm.length + 12)
                .putInt(1)
                .put(secret)
                .putInt(algorithm.length)
                .put(algorithm)
                .putInt(0)
                .putInt(0)
                .putInt(128)
                .array();
        return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(input), 16);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
