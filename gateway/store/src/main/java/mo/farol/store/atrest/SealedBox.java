package mo.farol.store.atrest;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM with a fresh random nonce: nonce (12 bytes) || ciphertext || tag (16 bytes). */
final class SealedBox {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    static final int OVERHEAD = NONCE + TAG_BITS / Byte.SIZE;

    private final SecureRandom random;

    SealedBox(SecureRandom random) {
        this.random = random;
    }

    byte[] seal(SecretKey key, byte[] aad, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, aad);
            byte[] sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not seal", e);
        }
    }

    /** @throws NotOpened when key, additional data or ciphertext are not those that were sealed */
    static byte[] open(SecretKey key, byte[] aad, byte[] sealed) throws NotOpened {
        if (sealed.length < OVERHEAD) {
            throw new NotOpened();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), aad);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new NotOpened(e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] aad) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(aad);
        return cipher;
    }

    /** A ciphertext that does not belong to its place, or was changed. */
    static final class NotOpened extends Exception {
        private static final long serialVersionUID = 1L;

        NotOpened() {
            super("the ciphertext is too short");
        }

        NotOpened(Throwable cause) {
            super("the ciphertext does not open in its place", cause);
        }
    }
}
