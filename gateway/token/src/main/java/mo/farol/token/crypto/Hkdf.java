package mo.farol.token.crypto;

import java.security.InvalidKeyException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF (RFC 5869) over an HMAC-SHA256 that the caller owns. */
final class Hkdf {
    static final int HASH_LENGTH = 32;
    private static final int MAX_LENGTH = 255 * HASH_LENGTH;

    private Hkdf() {}

    static void checkLength(int length) {
        if (length < 0 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("HKDF gives at most " + MAX_LENGTH + " bytes");
        }
    }

    static byte[] extract(Mac mac, byte[] salt, byte[] inputKey) throws InvalidKeyException {
        // An empty HMAC key is refused by the interface but equals one of zeros (RFC 5869, 2.2).
        byte[] key = salt.length == 0 ? new byte[HASH_LENGTH] : salt;
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(inputKey);
    }

    static byte[] expand(Mac mac, byte[] pseudorandomKey, byte[] info, int length) throws InvalidKeyException {
        checkLength(length);
        int blocks = (length + HASH_LENGTH - 1) / HASH_LENGTH;
        mac.init(new SecretKeySpec(pseudorandomKey, "HmacSHA256"));
        byte[] output = new byte[blocks * HASH_LENGTH];
        for (int block = 0; block < blocks; block++) {
            if (block > 0) {
                mac.update(output, (block - 1) * HASH_LENGTH, HASH_LENGTH);
            }
            mac.update(info);
            mac.update((byte) (block + 1));
            System.arraycopy(mac.doFinal(), 0, output, block * HASH_LENGTH, HASH_LENGTH);
        }
        return output.length == length ? output : Arrays.copyOf(output, length);
    }
}
