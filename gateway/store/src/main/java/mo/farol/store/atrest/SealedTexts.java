package mo.farol.store.atrest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals and opens texts about a resident that are no fields of the e-ID, under the resident's own data key. */
public final class SealedTexts {
    private static final Logger LOG = LoggerFactory.getLogger(SealedTexts.class);

    private final AtRestKeys keys;
    private final SealedBox box;
    private final Cache<Long, SecretKey> dataKeys;

    /** @param cached how many residents' data keys are kept unwrapped */
    public SealedTexts(AtRestKeys keys, SecureRandom random, int cached) {
        this.keys = keys;
        this.box = new SealedBox(random);
        this.dataKeys = Caffeine.newBuilder().maximumSize(cached).build();
    }

    /**
     * @param wrappedKey the resident's data key as their row has it
     * @throws IllegalStateException when the data key does not open
     */
    public byte[] seal(long resident, byte[] wrappedKey, SealedText kind, String text) {
        try {
            return box.seal(dataKey(resident, wrappedKey), kind.aad(resident), text.getBytes(StandardCharsets.UTF_8));
        } catch (SealedBox.NotOpened e) {
            throw new IllegalStateException("a resident's data key does not open", e);
        }
    }

    /** A ciphertext that does not open is an alarm and counts as not on file. */
    public Optional<String> open(long resident, byte[] wrappedKey, SealedText kind, byte[] sealed) {
        try {
            byte[] plain = SealedBox.open(dataKey(resident, wrappedKey), kind.aad(resident), sealed);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (SealedBox.NotOpened e) {
            LOG.error("ALARM a sealed {} does not open: {}", kind, e.getMessage());
            return Optional.empty();
        }
    }

    private SecretKey dataKey(long resident, byte[] wrappedKey) throws SealedBox.NotOpened {
        return Opening.unwrapped(dataKeys, resident, keys.kek(), wrappedKey, "AES");
    }
}
