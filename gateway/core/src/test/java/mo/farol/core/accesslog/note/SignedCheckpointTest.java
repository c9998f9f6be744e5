package mo.farol.core.accesslog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import mo.farol.core.accesslog.tree.TreeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedCheckpointTest {
    private static final String ORIGIN = "gateway.example.mo/log";

    private final LogKey key = newKey();
    private final Checkpoint checkpoint = new Checkpoint(ORIGIN, 70_000, TreeHash.empty());
    private final SignedCheckpoint signed = key.sign(checkpoint);

    private static LogKey newKey() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519", "SunEC").generateKeyPair();
            return new LogKey(pair.getPrivate(), pair.getPublic());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Key and note of golang.org/x/mod/sumdb/note's own tests. */
    @Test
    void checksANoteOfAnotherImplementation() throws InvalidNote {
        NoteKey published = NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String text = "If you think cryptography is the answer to your problem,\n"
                + "then you don't know what your problem is.\n";
        byte[] blob = java.util.Base64.getDecoder()
                .decode("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");

        assertThat(published.text()).isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(java.util.Arrays.copyOf(blob, 4)).isEqualTo(published.id());
        assertThat(published.verifies(text, java.util.Arrays.copyOfRange(blob, 4, blob.length)))
                .isTrue();
        assertThat(published.verifies(text.replace('p', 'q'), java.util.Arrays.copyOfRange(blob, 4, blob.length)))
                .isFalse();
    }

    @Test
    void opensWhatItSigned() throws InvalidNote {
        assertThat(signed.note())
                .startsWith(ORIGIN + "\n70000\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 " + ORIGIN + " ");
        assertThat(SignedCheckpoint.open(signed.note(), key.publicKey(ORIGIN))).isEqualTo(signed);
        assertThat(key.sign(checkpoint)).isEqualTo(signed);
        String witnessed = signed.note() + "\u2014 witness.example AAAAAAAA\n";
        assertThat(SignedCheckpoint.open(witnessed, key.publicKey(ORIGIN)).checkpoint())
                .isEqualTo(checkpoint);
    }

    @Test
    void refusesAnotherKeyAndAnotherName() {
        assertThatThrownBy(() -> SignedCheckpoint.open(signed.note(), newKey().publicKey(ORIGIN)))
                .isInstanceOf(InvalidNote.class);
        assertThatThrownBy(() -> SignedCheckpoint.open(signed.note(), key.publicKey("another.example/log")))
                .isInstanceOf(InvalidNote.class);
    }

    @Test
    void refusesEveryChangedCharacter() {
        for (int i = 0; i < signed.note().length(); i++) {
            StringBuilder changed = new StringBuilder(signed.note());
            changed.setCharAt(i, changed.charAt(i) == '1' ? '2' : '1');
            assertThatThrownBy(() -> SignedCheckpoint.open(changed.toString(), key.publicKey(ORIGIN)))
                    .as("at " + i)
                    .isInstanceOf(InvalidNote.class);
        }
    }

    /** 68 bytes leave two bits of the last character unused. */
    @Test
    void refusesASignatureThatIsNotWrittenAsItsBytesAre() {
        String note = signed.note();
        int last = note.length() - 3;
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char same = alphabet.charAt(alphabet.indexOf(note.charAt(last)) + 1);
        assertThat(note).endsWith("=\n");
        assertThatThrownBy(() -> SignedCheckpoint.open(
                        note.substring(0, last) + same + note.substring(last + 1), key.publicKey(ORIGIN)))
                .isInstanceOf(InvalidNote.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n", "no signature\n", "a\n1\nAA==\n\n\u2014 a AA==\n"})
    void refusesWhatIsNoNote(String text) {
        assertThatThrownBy(() -> SignedCheckpoint.open(text, key.publicKey(ORIGIN)))
                .isInstanceOf(InvalidNote.class);
    }

    @Test
    void namesEachEpochByItsOwnOrigin() {
        LogName name = new LogName(ORIGIN);
        assertThat(name.origin(1)).isEqualTo(ORIGIN);
        assertThat(name.origin(12)).isEqualTo(ORIGIN + "/epoch-12");
        assertThat(name.epoch(name.origin(1))).hasValue(1);
        assertThat(name.epoch(name.origin(12))).hasValue(12);
        assertThat(name.epoch(ORIGIN + "/epoch-1")).isEmpty();
        assertThat(name.epoch("another.example/log")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a+b+c", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"})
    void refusesWhatIsNoKey(String text) {
        assertThatThrownBy(() -> NoteKey.parse(text)).isInstanceOf(InvalidNote.class);
    }
}
