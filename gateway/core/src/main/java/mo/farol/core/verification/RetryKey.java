package mo.farol.core.verification;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What makes a second request an honest retry: the same terminal, the same Idempotency-Key, the same request.
 *
 * @param terminal the terminal's row
 * @param keyHash SHA-256 of the Idempotency-Key: 32 bytes
 * @param requestHash SHA-256 of the request's body as received: 32 bytes
 */
public record RetryKey(long terminal, byte[] keyHash, byte[] requestHash) {
    /**
     * A short form that every node computes alike. Two requests that share it by chance are told apart by the arbiter.
     */
    public long fingerprint() {
        ByteBuffer key = ByteBuffer.wrap(keyHash);
        ByteBuffer request = ByteBuffer.wrap(requestHash);
        return key.getLong() ^ Long.rotateLeft(request.getLong(), 1) ^ terminal * 0x9E3779B97F4A7C15L;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RetryKey that
                && terminal == that.terminal
                && Arrays.equals(keyHash, that.keyHash)
                && Arrays.equals(requestHash, that.requestHash);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(keyHash) + Arrays.hashCode(requestHash);
    }

    @Override
    public String toString() {
        return "RetryKey[terminal=" + terminal + "]";
    }
}
