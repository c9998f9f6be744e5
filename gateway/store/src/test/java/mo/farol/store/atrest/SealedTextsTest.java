package mo.farol.store.atrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import mo.farol.core.policy.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedTextsTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path directory;

    private AtRestKeys keys;
    private SealedTexts texts;
    private byte[] wrappedKey;

    @BeforeEach
    void create() throws IOException {
        Path file = directory.resolve("keys.p12");
        AtRestKeys.create(file, "secret", RANDOM);
        keys = AtRestKeys.load(file, "secret");
        texts = new SealedTexts(keys, RANDOM, 10);
        wrappedKey =
                new Sealing(keys, RANDOM).resident(7, Map.of(Field.SEX, "F")).wrappedKey();
    }

    @Test
    void opensWhatAnotherNodeSealed() {
        byte[] sealed = texts.seal(7, wrappedKey, SealedText.EMAIL, "ana@example.test");
        assertThat(new SealedTexts(keys, RANDOM, 10).open(7, wrappedKey, SealedText.EMAIL, sealed))
                .contains("ana@example.test");
    }

    @Test
    void opensNothingInAnotherPlace() {
        byte[] sealed = texts.seal(7, wrappedKey, SealedText.EMAIL, "ana@example.test");
        byte[] others =
                new Sealing(keys, RANDOM).resident(8, Map.of(Field.SEX, "F")).wrappedKey();
        assertThat(texts.open(7, wrappedKey, SealedText.PHONE, sealed)).isEmpty();
        assertThat(texts.open(8, others, SealedText.EMAIL, sealed)).isEmpty();
        assertThat(texts.open(7, wrappedKey, SealedText.EMAIL, new byte[3])).isEmpty();
    }

    @Test
    void sealsNothingUnderAKeyThatDoesNotOpen() {
        assertThatThrownBy(() -> texts.seal(9, wrappedKey, SealedText.REPORT, "secret words"))
                .isInstanceOf(IllegalStateException.class)
                .message()
                .doesNotContain("secret words");
    }
}
