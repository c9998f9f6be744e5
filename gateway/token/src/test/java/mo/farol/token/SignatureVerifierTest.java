package mo.farol.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.mint.Recipient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Unknown binding, bad signature and retired key: nothing genuine, and the same work. */
class SignatureVerifierTest {
    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void doesTheSameWorkForEveryCodeThatOpens(Crypto crypto) throws Exception {
        Deployment here = new Deployment(crypto, 1);
        String good = here.mint(CodeType.EID, here.gatewayKey(0x10));
        String retired = here.mint(CodeType.EID, here.gatewayKey(0x12));
        Optional<BindingPublicKey> key = Optional.of(here.phone.publicKey());
        Optional<BindingPublicKey> other =
                Optional.of(PhoneKey.generate(crypto, new Random(2)).publicKey());
        assertThat(work(here, good, key, true)).containsExactly("open by HPKE", "verify");
        assertThat(work(here, good, Optional.empty(), false)).containsExactly("open by HPKE", "verify");
        assertThat(work(here, good, other, false)).containsExactly("open by HPKE", "verify");
        assertThat(work(here, retired, key, false)).containsExactly("open by HPKE", "verify");
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void doesTheSameWorkForEveryTicketThatOpens(Crypto crypto) throws Exception {
        Deployment here = new Deployment(crypto, 1);
        String good = here.mint(CodeType.EID, here.ticket(CodeType.EID));
        TicketEpoch past = TicketEpoch.of(CodeType.EID, Deployment.TODAY.minusDays(40));
        String retired = here.mint(CodeType.EID, here.ticket(past));
        Optional<BindingPublicKey> key = Optional.of(here.phone.publicKey());
        List<String> expected = List.of("derive", "open by AES-GCM", "verify");
        assertThat(work(here, good, key, true)).isEqualTo(expected);
        assertThat(work(here, good, Optional.empty(), false)).isEqualTo(expected);
        assertThat(work(here, retired, key, false)).isEqualTo(expected);
    }

    /** The private half of the stand-in key is known to everyone: a signature by it must not help. */
    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void believesNobodyWhoSignsWithTheStandInKey(Crypto crypto) throws Exception {
        Deployment here = new Deployment(crypto, 3);
        byte[] one = new byte[32];
        one[31] = 1;
        PhoneKey standIn = PhoneKey.of(crypto, one);
        Recipient to = here.gatewayKey(CodeType.EID);
        String text = here.minter.mint(CodeType.EID, standIn, here.keyId, to, Deployment.NOW, 1);
        assertThat(work(here, text, Optional.empty(), false)).contains("verify");
    }

    private static List<String> work(
            Deployment here, String text, Optional<BindingPublicKey> key, boolean becomesGenuine) throws NotReadable {
        CountingCrypto counting = new CountingCrypto(here.crypto);
        OpenedCode opened = new CodeOpener(counting).open(CodeParser.parse(text), here.ring);
        assertThat(new SignatureVerifier(counting).verify(opened, key).isPresent())
                .isEqualTo(becomesGenuine);
        return counting.work;
    }
}
