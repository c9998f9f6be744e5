package mo.farol.store.accesslog.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.LogKey;
import mo.farol.core.accesslog.note.LogName;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.TreeHash;
import org.junit.jupiter.api.Test;

class WitnessedNotesTest {
    private static final LogName NAME = new LogName("gateway.example.mo/log");

    private final LogKey key = newKey();
    private final List<SignedCheckpoint> signed = LongStream.rangeClosed(1, 60)
            .mapToObj(size -> key.sign(new Checkpoint(NAME.base(), size, TreeHash.empty())))
            .toList();
    private final AtomicInteger checked = new AtomicInteger();

    private final WitnessedNotes.Keys keys = origin -> {
        checked.incrementAndGet();
        return key.publicKey(origin);
    };

    @Test
    void checksOneSignatureForTheLastOfMany() {
        assertThat(WitnessedNotes.last(text(), NAME, keys)).contains(signed.getLast());
        assertThat(checked).hasValue(1);
    }

    @Test
    void goesBackToTheLastThatTheLogSigned() {
        String changed = text().replace("\n59\n", "\n590\n").replace("\n60\n", "\n600\n");
        assertThat(WitnessedNotes.last(changed, NAME, keys)).contains(signed.get(57));
        assertThat(checked).hasValue(3);
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(WitnessedNotes.last("", NAME, keys)).isEmpty();
        assertThat(WitnessedNotes.last("anything\n\nelse\n", NAME, keys)).isEmpty();
    }

    @Test
    void keepsTheOrderOfAll() {
        assertThat(WitnessedNotes.all(text(), NAME, keys)).isEqualTo(signed);
    }

    private String text() {
        return signed.stream().map(note -> note.note() + "\n").collect(Collectors.joining());
    }

    private static LogKey newKey() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519", "SunEC").generateKeyPair();
            return new LogKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
