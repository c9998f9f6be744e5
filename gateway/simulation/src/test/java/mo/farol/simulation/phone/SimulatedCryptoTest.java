package mo.farol.simulation.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import mo.farol.token.CodeOpener;
import mo.farol.token.CodeParser;
import mo.farol.token.NotReadable;
import mo.farol.token.OpenedCode;
import mo.farol.token.crypto.NotOpened;
import org.junit.jupiter.api.Test;

class SimulatedCryptoTest {
    private final Town town = new Town();
    private final Wallet wallet = new Wallet(town, new Random(1));
    private final SimulatedCrypto crypto = wallet.crypto();
    private final Phone phone = town.phones.getFirst();

    @Test
    void verifiesBothFormsOfASignatureAndNothingElse() {
        byte[] message = "message".getBytes(StandardCharsets.UTF_8);
        byte[] signature = phone.key().sign(message);
        byte[] second = SimulatedCrypto.secondForm(signature);
        assertThat(crypto.verify(phone.key().publicKey(), message, signature)).isTrue();
        assertThat(second).isNotEqualTo(signature);
        assertThat(crypto.verify(phone.key().publicKey(), message, second)).isTrue();
        assertThat(crypto.verify(town.phones.get(1).key().publicKey(), message, signature))
                .isFalse();
        signature[40]++;
        assertThat(crypto.verify(phone.key().publicKey(), message, signature)).isFalse();
    }

    @Test
    void doesNotOpenWhatWasChanged() throws NotOpened {
        byte[] key = new byte[16];
        byte[] iv = new byte[12];
        byte[] sealed = crypto.sealGcm(key, iv, iv, new byte[] {1, 2, 3});
        assertThat(crypto.openGcm(key, iv, iv, sealed)).containsExactly(1, 2, 3);
        sealed[1]++;
        assertThatThrownBy(() -> crypto.openGcm(key, iv, iv, sealed)).isInstanceOf(NotOpened.class);
        assertThatThrownBy(() -> crypto.openGcm(key, iv, iv, new byte[5])).isInstanceOf(NotOpened.class);
    }

    @Test
    void readsBackWhatAPhoneShowsHoweverItIsEncoded() throws NotReadable {
        ShownCode code = wallet.code(phone, 1_795_564_800L);
        ShownCode other = wallet.reencoded(code);
        assertThat(other.text()).isNotEqualTo(code.text());
        for (ShownCode shown : new ShownCode[] {code, other}) {
            OpenedCode opened = new CodeOpener(crypto).open(CodeParser.parse(shown.text()), town.ring);
            assertThat(opened.bindingKeyId()).isEqualTo(phone.keyId());
            assertThat(opened.claims().cti()).isEqualTo(code.key().cti());
        }
    }
}
