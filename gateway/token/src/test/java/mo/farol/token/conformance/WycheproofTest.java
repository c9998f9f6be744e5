package mo.farol.token.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.Claims;
import mo.farol.token.CodeType;
import mo.farol.token.Cti;
import mo.farol.token.OpenedCode;
import mo.farol.token.OpeningWay;
import mo.farol.token.SignatureVerifier;
import mo.farol.token.conformance.Conformance.WycheproofCase;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.HpkeRecipient;
import mo.farol.token.crypto.NotOpened;
import mo.farol.token.crypto.X25519;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wycheproof's vectors through the product's own paths, with both implementations. */
class WycheproofTest {
    private static final byte[] NOTHING = new byte[0];

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void verifiesExactlyTheValidSignatures(Crypto crypto) {
        SignatureVerifier verifier = new SignatureVerifier(crypto);
        List<WycheproofCase> cases =
                Conformance.wycheproof("ecdsa_secp256r1_sha256_p1363_test.json").toList();
        assertThat(cases).hasSize(262);
        for (WycheproofCase one : cases) {
            byte[] point = Conformance.hex(one.group().required("publicKey"), "uncompressed");
            OpenedCode code = signed(one.bytes("msg"), one.bytes("sig"));
            assertThat(verifier.verify(code, Optional.of(BindingPublicKey.of(point))))
                    .as(one.name())
                    .matches(genuine -> genuine.isPresent() == one.valid());
        }
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void opensWithTheSharedSecretOfEveryKeyExchange(Crypto crypto) throws Exception {
        List<WycheproofCase> cases = Conformance.wycheproof("x25519_test.json").toList();
        assertThat(cases).hasSize(518);
        for (WycheproofCase one : cases) {
            byte[] privateKey = one.bytes("private");
            byte[] publicKey = X25519.publicKey(privateKey);
            HpkeRecipient recipient = crypto.recipient(privateKey, publicKey, "EID1/eid".getBytes("US-ASCII"));
            byte[] encapsulated = one.bytes("public");
            byte[] sealed = new ReferenceHpke(one.bytes("shared"), encapsulated, publicKey, "EID1/eid").seal(NOTHING);
            if (isZero(one.bytes("shared"))) {
                assertThatThrownBy(() -> recipient.open(encapsulated, NOTHING, sealed))
                        .as(one.name())
                        .isInstanceOf(NotOpened.class);
            } else {
                assertThat(recipient.open(encapsulated, NOTHING, sealed))
                        .as(one.name())
                        .isEqualTo(ReferenceHpke.PLAINTEXT);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void opensExactlyTheValidCiphertexts(Crypto crypto) throws Exception {
        int ours = 0;
        for (WycheproofCase one : Conformance.wycheproof("aes_gcm_test.json").toList()) {
            if (!isOurGcm(one)) {
                continue;
            }
            ours++;
            byte[] sealed = joined(one.bytes("ct"), one.bytes("tag"));
            byte[] key = one.bytes("key");
            byte[] iv = one.bytes("iv");
            if (one.valid()) {
                assertThat(crypto.openGcm(key, iv, one.bytes("aad"), sealed)).isEqualTo(one.bytes("msg"));
                assertThat(crypto.sealGcm(key, iv, one.bytes("aad"), one.bytes("msg")))
                        .isEqualTo(sealed);
            } else {
                assertThatThrownBy(() -> crypto.openGcm(key, iv, one.bytes("aad"), sealed))
                        .as(one.name())
                        .isInstanceOf(NotOpened.class);
            }
        }
        assertThat(ours).isGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void derivesEveryKey(Crypto crypto) {
        List<WycheproofCase> cases =
                Conformance.wycheproof("hkdf_sha256_test.json").toList();
        assertThat(cases).hasSize(86);
        for (WycheproofCase one : cases) {
            int size = one.test().required("size").asInt();
            if (one.valid()) {
                assertThat(crypto.hkdf(one.bytes("ikm"), one.bytes("salt"), one.bytes("info"), size))
                        .as(one.name())
                        .isEqualTo(one.bytes("okm"));
            } else {
                assertThatThrownBy(() -> crypto.hkdf(one.bytes("ikm"), one.bytes("salt"), one.bytes("info"), size))
                        .as(one.name())
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    private static OpenedCode signed(byte[] message, byte[] signature) {
        Claims claims = new Claims(0, new Cti(0, 0), null);
        return new OpenedCode(CodeType.EID, OpeningWay.HPKE, new BindingKeyId(1), claims, message, signature, false);
    }

    private static boolean isOurGcm(WycheproofCase one) {
        return one.group().required("keySize").asInt() == 128
                && one.group().required("ivSize").asInt() == 96
                && one.group().required("tagSize").asInt() == 128;
    }

    private static boolean isZero(byte[] bytes) {
        return Arrays.equals(bytes, new byte[bytes.length]);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
