package mo.farol.server.replay;

import java.nio.ByteBuffer;
import java.util.Optional;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.core.verification.RetryKey;
import mo.farol.token.BindingKeyId;
import mo.farol.token.Cti;

/**
 * A redeemed code as 36 bytes: binding key id (8), iat (8), cti (12), fingerprint of the request that redeemed it (8).
 *
 * @param requestFingerprint {@link RetryKey#fingerprint()}
 */
record RedeemedNews(RedemptionKey key, long requestFingerprint) {
    private static final int LENGTH = 36;

    byte[] encode() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(key.bindingKeyId().value())
                .putLong(key.iat())
                .put(key.cti().bytes())
                .putLong(requestFingerprint)
                .array();
    }

    /** @return empty when a gateway of another version wrote it */
    static Optional<RedeemedNews> decode(byte[] bytes) {
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        BindingKeyId id = new BindingKeyId(buffer.getLong());
        long iat = buffer.getLong();
        Cti cti = new Cti(buffer.getInt(), buffer.getLong());
        return Optional.of(new RedeemedNews(new RedemptionKey(id, iat, cti), buffer.getLong()));
    }
}
