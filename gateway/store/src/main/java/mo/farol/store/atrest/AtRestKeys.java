package mo.farol.store.atrest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys for data at rest, loaded once from a PKCS#12 key store: {@code kek-1} (AES-256) wraps the residents' data
 * keys, {@code handle-1} (AES-256) seals the institutions' pairwise secrets, {@code number-1} (HMAC-SHA256) makes the
 * index of ID numbers.
 */
public final class AtRestKeys {
    /** The version that new ciphertexts name. */
    public static final short VERSION = 1;

    private static final String KEK = "kek-1";
    private static final String HANDLE = "handle-1";
    private static final String NUMBER = "number-1";
    private static final int KEY_BYTES = 32;

    private final SecretKey kek;
    private final SecretKey handleKey;
    private final SecretKey numberKey;

    private AtRestKeys(SecretKey kek, SecretKey handleKey, SecretKey numberKey) {
        this.kek = kek;
        this.handleKey = handleKey;
        this.numberKey = numberKey;
    }

    /** @throws IOException with a message that names the file and what is wrong with it, never the password */
    public static AtRestKeys load(Path file, String password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return new AtRestKeys(
                    key(store, file, KEK, "AES", password),
                    key(store, file, HANDLE, "AES", password),
                    key(store, file, NUMBER, "HmacSHA256", password));
        } catch (GeneralSecurityException e) {
            throw new IOException("the key store " + file + " does not open", e);
        }
    }

    /**
     * Creates the key store with fresh keys, readable by its owner only from its first byte on.
     *
     * @throws IOException also when the file exists already
     */
    public static void create(Path file, String password, SecureRandom random) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            KeyStore.ProtectionParameter protection = new KeyStore.PasswordProtection(password.toCharArray());
            for (String name : new String[] {KEK, HANDLE, NUMBER}) {
                byte[] key = new byte[KEY_BYTES];
                random.nextBytes(key);
                store.setEntry(name, new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES")), protection);
            }
            store.store(out, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException("the key store " + file + " cannot be written", e);
        }
    }

    private static SecretKey key(KeyStore store, Path file, String name, String algorithm, String password)
            throws IOException, GeneralSecurityException {
        Key key = store.getKey(name, password.toCharArray());
        if (key == null || key.getEncoded() == null || key.getEncoded().length != KEY_BYTES) {
            throw new IOException("the key store " + file + " has no 32-byte key named " + name);
        }
        return new SecretKeySpec(key.getEncoded(), algorithm);
    }

    SecretKey kek() {
        return kek;
    }

    SecretKey handleKey() {
        return handleKey;
    }

    SecretKey numberKey() {
        return numberKey;
    }

    @Override
    public String toString() {
        return "AtRestKeys[redacted]";
    }
}
