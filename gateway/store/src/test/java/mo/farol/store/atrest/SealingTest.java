package mo.farol.store.atrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.IdNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path directory;

    private AtRestKeys keys;
    private Sealing sealing;
    private Opening opening;

    @BeforeEach
    void create() throws IOException {
        Path file = directory.resolve("keys.p12");
        AtRestKeys.create(file, "secret", RANDOM);
        keys = AtRestKeys.load(file, "secret");
        sealing = new Sealing(keys, RANDOM);
        opening = new Opening(keys, 10);
    }

    @Test
    void opensWhatItSealed() {
        SealedResident sealed = sealing.resident(7, Map.of(Field.SURNAME_ZH, "陳", Field.PHOTO, "x".repeat(40_000)));
        assertThat(open(7, sealed, Field.SURNAME_ZH, Field.SURNAME_ZH)).contains("陳");
        assertThat(open(7, sealed, Field.PHOTO, Field.PHOTO)).contains("x".repeat(40_000));
    }

    @Test
    void doesNotOpenAnotherResidentsOrAnotherFieldsCiphertext() {
        SealedResident sealed = sealing.resident(7, Map.of(Field.SURNAME_ZH, "陳", Field.SEX, "F"));
        assertThat(open(7, sealed, Field.SURNAME_ZH, Field.SEX)).isEmpty();
        assertThat(open(8, sealed, Field.SEX, Field.SEX)).isEmpty();
        assertThat(opening.field(7, sealed.wrappedKey(), Field.SEX, new byte[5]))
                .isEmpty();
    }

    @Test
    void doesNotOpenAChangedCiphertext() {
        SealedResident sealed = sealing.resident(7, Map.of(Field.SEX, "F"));
        byte[] bytes = java.util.Objects.requireNonNull(sealed.fields().get(Field.SEX));
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThat(opening.field(7, sealed.wrappedKey(), Field.SEX, changed))
                    .isEmpty();
        }
    }

    @Test
    void givesEveryCiphertextItsOwnBytes() {
        SealedResident first = sealing.resident(7, Map.of(Field.SEX, "F"));
        SealedResident second = sealing.resident(7, Map.of(Field.SEX, "F"));
        assertThat(first.fields().get(Field.SEX)).isNotEqualTo(second.fields().get(Field.SEX));
    }

    @Test
    void makesPairwiseHandlesThatDifferByInstitutionAndResident() {
        byte[] one = sealing.pairwiseSecret(1);
        byte[] two = sealing.pairwiseSecret(2);
        assertThat(opening.handle(7, 1, one)).isPresent().isEqualTo(opening.handle(7, 1, one));
        assertThat(opening.handle(7, 1, one)).isNotEqualTo(opening.handle(8, 1, one));
        assertThat(opening.handle(7, 2, two)).isPresent().isNotEqualTo(opening.handle(7, 1, one));
        assertThat(opening.handle(7, 3, one)).isEmpty();
    }

    @Test
    void indexesTheSameNumberAlikeUnderTheSameKeysOnly() throws IOException {
        AtRestKeys.create(directory.resolve("other.p12"), "secret", RANDOM);
        AtRestKeys others = AtRestKeys.load(directory.resolve("other.p12"), "secret");
        IdNumber number = new IdNumber("1234567(8)");
        assertThat(new NumberIndex(keys).of(number))
                .hasSize(32)
                .isEqualTo(new NumberIndex(keys).of(number))
                .isNotEqualTo(new NumberIndex(others).of(number));
    }

    @Test
    void saysWhichKeyStoreDoesNotOpenAndNeverItsPassword() {
        assertThatThrownBy(() -> AtRestKeys.load(directory.resolve("keys.p12"), "wr0ng"))
                .isInstanceOf(IOException.class)
                .message()
                .doesNotContain("wr0ng");
        assertThatThrownBy(() -> AtRestKeys.create(directory.resolve("keys.p12"), "secret", RANDOM))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(keys).hasToString("AtRestKeys[redacted]");
    }

    private java.util.Optional<String> open(long resident, SealedResident sealed, Field of, Field as) {
        return opening.field(
                resident,
                sealed.wrappedKey(),
                as,
                java.util.Objects.requireNonNull(sealed.fields().get(of)));
    }
}
