package mo.farol.token.conformance;

import static mo.farol.token.conformance.Conformance.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.HpkeRecipient;
import mo.farol.token.crypto.HpkeSealed;
import mo.farol.token.crypto.NotOpened;
import mo.farol.token.crypto.X25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of RFC 9180, appendix A.1, for our suite. */
class Rfc9180Test {
    private static final String FILE = "hpke/rfc9180_base_x25519_hkdf-sha256_aes-128-gcm.json";

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void opensTheFirstMessageAndNoLaterOne(Crypto crypto) throws Exception {
        JsonNode vector = Conformance.json(FILE).get(0);
        HpkeRecipient recipient = crypto.recipient(hex(vector, "skRm"), hex(vector, "pkRm"), hex(vector, "info"));
        List<JsonNode> messages = vector.required("encryptions").valueStream().toList();
        assertThat(messages).hasSize(257);
        byte[] encapsulated = hex(vector, "enc");
        JsonNode first = messages.getFirst();
        assertThat(recipient.open(encapsulated, hex(first, "aad"), hex(first, "ct")))
                .isEqualTo(hex(first, "pt"));
        // A code is one message: what is sealed with a later sequence number is not a code.
        for (JsonNode later : messages.subList(1, messages.size())) {
            assertThatThrownBy(() -> recipient.open(encapsulated, hex(later, "aad"), hex(later, "ct")))
                    .isInstanceOf(NotOpened.class);
        }
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void opensEveryMessageWithItsOwnKeyAndNonce(Crypto crypto) throws Exception {
        JsonNode vector = Conformance.json(FILE).get(0);
        byte[] key = hex(vector, "key");
        for (JsonNode message : vector.required("encryptions").valueStream().toList()) {
            assertThat(crypto.openGcm(key, hex(message, "nonce"), hex(message, "aad"), hex(message, "ct")))
                    .isEqualTo(hex(message, "pt"));
        }
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void opensWhatItSealsToTheVectorsKey(Crypto crypto) throws Exception {
        JsonNode vector = Conformance.json(FILE).get(0);
        byte[] aad = {1, 2};
        byte[] plaintext = {3, 4, 5};
        HpkeSealed sealed = crypto.seal(hex(vector, "pkRm"), hex(vector, "info"), aad, plaintext);
        HpkeRecipient recipient = crypto.recipient(hex(vector, "skRm"), hex(vector, "pkRm"), hex(vector, "info"));
        assertThat(recipient.open(sealed.encapsulatedKey(), aad, sealed.ciphertext()))
                .isEqualTo(plaintext);
    }

    @Test
    void knowsThePublicHalvesOfTheVectorsKeys() {
        JsonNode vector = Conformance.json(FILE).get(0);
        assertThat(X25519.publicKey(hex(vector, "skRm"))).isEqualTo(hex(vector, "pkRm"));
        assertThat(X25519.publicKey(hex(vector, "skEm"))).isEqualTo(hex(vector, "pkEm"));
    }
}
