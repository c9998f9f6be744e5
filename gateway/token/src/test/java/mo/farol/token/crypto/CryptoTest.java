package mo.farol.token.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.Cryptos;
import mo.farol.token.mint.PhoneKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The two implementations do the same and understand each other. */
class CryptoTest {
    private static final byte[] INFO = {1, 2, 3};
    private static final byte[] AAD = {4, 5};
    private static final byte[] MESSAGE = {6, 7, 8, 9};

    static Stream<Arguments> pairs() {
        return Cryptos.both().flatMap(one -> Cryptos.both().map(other -> Arguments.of(one, other)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void opensWhatTheOtherSealed(Crypto one, Crypto other) throws Exception {
        byte[] privateKey = bytes(1, 32);
        byte[] publicKey = X25519.publicKey(privateKey);
        HpkeSealed sealed = one.seal(publicKey, INFO, AAD, MESSAGE);
        HpkeRecipient recipient = other.recipient(privateKey, publicKey, INFO);
        assertThat(recipient.open(sealed.encapsulatedKey(), AAD, sealed.ciphertext()))
                .isEqualTo(MESSAGE);
        assertThatThrownBy(() -> recipient.open(sealed.encapsulatedKey(), INFO, sealed.ciphertext()))
                .isInstanceOf(NotOpened.class);
        assertThatThrownBy(() -> other.recipient(privateKey, publicKey, AAD)
                        .open(sealed.encapsulatedKey(), AAD, sealed.ciphertext()))
                .isInstanceOf(NotOpened.class);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void verifiesWhatTheOtherSigned(Crypto one, Crypto other) {
        PhoneKey key = PhoneKey.generate(one, new Random(2));
        byte[] signature = key.sign(MESSAGE);
        assertThat(signature).hasSize(64);
        assertThat(other.verify(key.publicKey(), MESSAGE, signature)).isTrue();
        assertThat(other.verify(key.publicKey(), AAD, signature)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void takesAnyLengthOfCiphertextWithoutAFault(Crypto crypto) {
        byte[] privateKey = bytes(3, 32);
        HpkeRecipient recipient = crypto.recipient(privateKey, X25519.publicKey(privateKey), INFO);
        byte[] encapsulated = X25519.publicKey(bytes(4, 32));
        for (int length = 0; length < 40; length++) {
            byte[] ciphertext = bytes(5, length);
            assertThatThrownBy(() -> recipient.open(encapsulated, AAD, ciphertext))
                    .isInstanceOf(NotOpened.class);
            assertThatThrownBy(() -> crypto.openGcm(bytes(6, 16), bytes(7, 12), AAD, ciphertext))
                    .isInstanceOf(NotOpened.class);
        }
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void believesNothingOfAKeyThatIsNotOnTheCurve(Crypto crypto) {
        byte[] point = P256.publicKey(bytes(8, 32)).point();
        point[64] ^= 1;
        BindingPublicKey off = BindingPublicKey.of(point);
        assertThat(P256.isUsable(off)).isFalse();
        assertThat(crypto.verify(off, MESSAGE, bytes(9, 64))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void servesManyThreadsAtOnce(Crypto crypto) {
        byte[] privateKey = bytes(10, 32);
        byte[] publicKey = X25519.publicKey(privateKey);
        HpkeRecipient recipient = crypto.recipient(privateKey, publicKey, INFO);
        PhoneKey key = PhoneKey.generate(crypto, new Random(11));
        boolean allRight = IntStream.range(0, 400).parallel().allMatch(i -> {
            byte[] message = bytes(i, 50);
            HpkeSealed sealed = crypto.seal(publicKey, INFO, AAD, message);
            return opens(recipient, sealed, message) && crypto.verify(key.publicKey(), message, key.sign(message));
        });
        assertThat(allRight).isTrue();
    }

    @Test
    void prefersTheNativeOneAndSaysWhich() {
        CryptoChoice choice = Crypto.preferred();
        assertThat(choice.fallback()).isFalse();
        assertThat(choice.crypto().name()).startsWith("Conscrypt");
        assertThat(choice.reason()).isNotBlank();
    }

    @Test
    void refusesScalarsOutsideTheGroup() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> P256.publicKey(new byte[32]));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> P256.publicKey(P256.unsigned(P256.CURVE.getN())));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> P256.publicKey(new byte[31]));
    }

    private static boolean opens(HpkeRecipient recipient, HpkeSealed sealed, byte[] message) {
        try {
            return java.util.Arrays.equals(recipient.open(sealed.encapsulatedKey(), AAD, sealed.ciphertext()), message);
        } catch (NotOpened e) {
            return false;
        }
    }

    private static byte[] bytes(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
