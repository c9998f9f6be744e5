package mo.farol.server.keys;

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
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import mo.farol.server.config.Secret;

/** A PKCS#12 file of named keys, each protected by the file's one password. */
final class KeyFile {
    private final KeyStore store;
    private final char[] password;

    private KeyFile(KeyStore store, Secret password) {
        this.store = store;
        this.password = password.reveal().toCharArray();
    }

    static KeyFile empty(Secret password) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return new KeyFile(store, password);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    static KeyFile open(Path file, Secret password) throws KeysUnusable {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.reveal().toCharArray());
            return new KeyFile(store, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnusable(file + ": not a PKCS#12 file that this password opens", e);
        }
    }

    /** Writes a new file that its owner alone may read; refuses to replace one. */
    void write(Path file) throws IOException, GeneralSecurityException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
            store.store(out, password);
        }
    }

    /** In alphabetical order. */
    List<String> names() throws KeysUnusable {
        try {
            return Collections.list(store.aliases()).stream().sorted().toList();
        } catch (GeneralSecurityException e) {
            throw new KeysUnusable("the key file cannot be listed", e);
        }
    }

    void remove(String name) throws GeneralSecurityException {
        store.deleteEntry(name);
    }

    void put(String name, byte[] secret) throws GeneralSecurityException {
        store.setEntry(
                name,
                new KeyStore.SecretKeyEntry(new SecretKeySpec(secret, "AES")),
                new KeyStore.PasswordProtection(password));
    }

    void put(String name, PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        store.setKeyEntry(name, key, password, new X509Certificate[] {certificate});
    }

    byte[] secret(String name) throws KeysUnusable {
        return key(name).getEncoded();
    }

    KeyPairEntry pair(String name) throws KeysUnusable {
        try {
            Key key = key(name);
            if (key instanceof PrivateKey && store.getCertificate(name) instanceof X509Certificate certificate) {
                return new KeyPairEntry((PrivateKey) key, certificate.getPublicKey());
            }
            throw new KeysUnusable("key " + name + " is not a key pair");
        } catch (GeneralSecurityException e) {
            throw new KeysUnusable("key " + name + " cannot be read", e);
        }
    }

    private Key key(String name) throws KeysUnusable {
        try {
            Key key = store.getKey(name, password);
            if (key == null) {
                throw new KeysUnusable("there is no key " + name);
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new KeysUnusable("key " + name + " cannot be read", e);
        }
    }
}
