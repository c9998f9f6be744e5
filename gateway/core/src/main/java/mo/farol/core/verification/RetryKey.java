package mo.farol.core.verification;

import java.util.Arrays;

/**
 * What makes a second request an honest retry: the same terminal, the same Idempotency-Key, the same request.
 *
 * @param terminal the terminal's row
 * @param keyHash SHA-256 of the Idempotency-Key: 32 bytes
 * @param requestHash SHA-256 of the request's body as received: 32 bytes
 */
public record RetryKey(long terminal, byte[] keyHash, byte[] requestHash) {
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
