package mo.farol.store.atrest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import mo.farol.core.policy.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens what the database returned for a release. Unwrapped keys are kept in a bounded cache, so that a verification
 * costs no unwrapping. A ciphertext that does not open is an alarm and counts as not on file.
 */
public final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final AtRestKeys keys;
    private final Cache<Long, SecretKey> dataKeys;
    private final Cache<Long, SecretKey> pairwiseSecrets;

    /** @param cached how many residents' data keys are kept unwrapped */
    public Opening(AtRestKeys keys, int cached) {
        this.keys = keys;
        this.dataKeys = Caffeine.newBuilder().maximumSize(cached).build();
        this.pairwiseSecrets = Caffeine.newBuilder().maximumSize(cached).build();
    }

    /** @param wrappedKey the resident's data key as their row has it */
    public Optional<String> field(long resident, byte[] wrappedKey, Field field, byte[] sealed) {
        try {
            SecretKey key = unwrapped(dataKeys, resident, keys.kek(), wrappedKey, "AES");
            byte[] plain = SealedBox.open(key, Sealing.fieldAad(resident, field), sealed);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (SealedBox.NotOpened e) {
            LOG.error("ALARM a sealed {} does not open: {}", field.wireName(), e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The resident's pairwise identifier for one institution: HMAC-SHA256(institution's secret, resident), base64url.
     *
     * @param pairwiseSecret the institution's secret as its row has it
     */
    public Optional<String> handle(long resident, long institution, byte[] pairwiseSecret) {
        try {
            SecretKey secret = unwrapped(pairwiseSecrets, institution, keys.handleKey(), pairwiseSecret, "HmacSHA256");
            byte[] row = ByteBuffer.allocate(Long.BYTES).putLong(resident).array();
            return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(HmacSha256.of(secret, row)));
        } catch (SealedBox.NotOpened e) {
            LOG.error("ALARM the pairwise secret of institution {} does not open: {}", institution, e.getMessage());
            return Optional.empty();
        }
    }

    static SecretKey unwrapped(
            Cache<Long, SecretKey> cache, long row, SecretKey wrapping, byte[] wrapped, String algorithm)
            throws SealedBox.NotOpened {
        SecretKey known = cache.getIfPresent(row);
        if (known != null) {
            return known;
        }
        SecretKey key = new SecretKeySpec(SealedBox.open(wrapping, Sealing.rowAad(row), wrapped), algorithm);
        cache.put(row, key);
        return key;
    }
}
