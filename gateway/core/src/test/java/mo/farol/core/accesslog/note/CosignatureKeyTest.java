package mo.farol.core.accesslog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import mo.farol.core.accesslog.tree.TreeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosignatureKeyTest {
    private static final String NAME = "witness.example.com/w1";
    private static final long TIME = 1_679_315_147;

    private final KeyPair pair = newPair();
    private final CosignatureKey key = CosignatureKey.of(NAME, raw(pair));
    private final Checkpoint checkpoint = new Checkpoint("gateway.example.mo/log", 70_000, TreeHash.empty());

    private static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519", "SunEC").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] raw(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static byte[] signed(KeyPair by, String message) {
        try {
            Signature signature = Signature.getInstance("Ed25519", "SunEC");
            signature.initSign(by.getPrivate());
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String line(KeyPair by) {
        return key.line(TIME, signed(by, CosignatureKey.message(checkpoint, TIME)));
    }

    @Test
    void signsTheHeaderTheTimeAndTheWholeCheckpoint() {
        assertThat(CosignatureKey.message(checkpoint, TIME))
                .isEqualTo("cosignature/v1\ntime 1679315147\ngateway.example.mo/log\n70000\n"
                        + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        byte[] blob = Base64.getDecoder().decode(line(pair).strip().split(" ")[2]);
        assertThat(blob).hasSize(4 + 8 + 64);
        assertThat(Arrays.copyOfRange(blob, 4, 12)).isEqualTo(new byte[] {0, 0, 0, 0, 100, 24, 80, (byte) 203});
    }

    @Test
    void findsItsOwnLineAmongOthers() {
        String own = line(pair);
        String others = "\u2014 witness.example.com/w2 AAAA\n\u2014 " + NAME + " AAAA\nnot a line\n" + line(newPair());
        assertThat(key.find(others + own, checkpoint)).contains(own);
        assertThat(key.find(others, checkpoint)).isEmpty();
    }

    @Test
    void findsNoneOfAnotherCheckpointAnotherTimeOrAnotherKey() {
        Checkpoint grown = new Checkpoint(checkpoint.origin(), 70_001, TreeHash.empty());
        assertThat(key.find(line(pair), grown)).isEmpty();
        assertThat(key.find(line(newPair()), checkpoint)).isEmpty();
        byte[] signature = signed(pair, CosignatureKey.message(checkpoint, TIME));
        assertThat(key.find(key.line(TIME + 1, signature), checkpoint)).isEmpty();
        assertThat(key.find(key.line(TIME, signed(pair, checkpoint.text())), checkpoint))
                .isEmpty();
    }

    @Test
    void refusesEveryChangedCharacter() {
        String own = line(pair);
        for (int i = 0; i < own.length() - 1; i++) {
            StringBuilder changed = new StringBuilder(own);
            changed.setCharAt(i, changed.charAt(i) == '1' ? '2' : '1');
            assertThat(key.find(changed.toString(), checkpoint)).as("at " + i).isEmpty();
        }
    }

    @Test
    void isConfiguredAsAVerifierKeyOfItsOwnType() throws InvalidNote {
        assertThat(CosignatureKey.parse(key.text())).isEqualTo(key);
        assertThat(key.text()).matches("witness\\.example\\.com/w1\\+[0-9a-f]{8}\\+B.*");
        assertThatThrownBy(
                        () -> CosignatureKey.parse(NoteKey.of(NAME, raw(pair)).text()))
                .isInstanceOf(InvalidNote.class);
        assertThatThrownBy(() -> NoteKey.parse(key.text())).isInstanceOf(InvalidNote.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a+b+c", "a+00000000+BAAA"})
    void refusesWhatIsNoKey(String text) {
        assertThatThrownBy(() -> CosignatureKey.parse(text)).isInstanceOf(InvalidNote.class);
    }
}
