package mo.farol.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import mo.farol.token.base45.Base45;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.Recipient;
import mo.farol.token.qr.QrPicture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a phone mints, the gateway opens and verifies; and it is as long as the format says. */
class RoundTripTest {
    private static final Nonce CHALLENGE = Nonce.of(new byte[16]);

    static Stream<Arguments> shapes() {
        return Cryptos.both()
                .flatMap(crypto -> Stream.of(
                        Arguments.of(crypto, OpeningWay.HPKE, null, 170, 260, 9),
                        Arguments.of(crypto, OpeningWay.HPKE, CHALLENGE, 189, 289, 10),
                        Arguments.of(crypto, OpeningWay.TICKET, null, 162, 248, 9),
                        Arguments.of(crypto, OpeningWay.TICKET, CHALLENGE, 181, 277, 10)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void hasTheSizeOfItsShape(
            Crypto crypto, OpeningWay way, @Nullable Nonce nonce, int bytes, int characters, int version)
            throws Exception {
        Deployment here = new Deployment(crypto, 1);
        for (CodeType type : CodeType.values()) {
            Recipient to = here.recipient(type, way);
            String text = here.minter.mint(type, here.phone, here.keyId, to, Deployment.NOW, -1, nonce);
            assertThat(Base45.decode(text, 5)).hasSize(bytes);
            assertThat(text).hasSize(characters);
            assertThat(QrPicture.version(text)).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void becomesGenuineWithWhatThePhoneSigned(
            Crypto crypto, OpeningWay way, @Nullable Nonce nonce, int bytes, int characters, int version)
            throws Exception {
        Deployment here = new Deployment(crypto, 2);
        for (CodeType type : CodeType.values()) {
            Recipient to = here.recipient(type, way);
            String text = here.minter.mint(type, here.phone, here.keyId, to, Deployment.NOW, -1, nonce);
            OpenedCode opened = new CodeOpener(crypto).open(CodeParser.parse(text), here.ring);
            GenuineCode genuine = new SignatureVerifier(crypto)
                    .verify(opened, Optional.of(here.phone.publicKey()))
                    .orElseThrow();
            assertThat(genuine.type()).isEqualTo(type);
            assertThat(genuine.way()).isEqualTo(way);
            assertThat(genuine.bindingKeyId()).isEqualTo(here.keyId);
            assertThat(genuine.claims().iat()).isEqualTo(Deployment.NOW);
            assertThat(genuine.claims().cti().counter()).isEqualTo(-1);
            assertThat(genuine.claims().nonce()).isEqualTo(nonce);
        }
    }
}
