package mo.farol.store.atrest;

import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Makes and opens residents' data keys, for whoever writes many records once; nothing is kept. */
public final class ResidentKeys {
    private final AtRestKeys keys;
    private final SecureRandom random;
    private final SealedBox box;

    public ResidentKeys(AtRestKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
        this.box = new SealedBox(random);
    }

    /** How many bytes a ciphertext is longer than its text. */
    public static int overhead() {
        return SealedBox.OVERHEAD;
    }

    /** A fresh key for a resident who has none yet. */
    public ResidentKey fresh(long resident) {
        byte[] dataKey = new byte[Sealing.SECRET_BYTES];
        random.nextBytes(dataKey);
        byte[] wrapped = box.seal(keys.kek(), Sealing.rowAad(resident), dataKey);
        return new ResidentKey(resident, new SecretKeySpec(dataKey, "AES"), wrapped, box);
    }

    /** Empty when {@code wrapped} is not this resident's, or was wrapped under another key-encryption key. */
    public Optional<ResidentKey> of(long resident, byte[] wrapped) {
        try {
            SecretKey key = new SecretKeySpec(SealedBox.open(keys.kek(), Sealing.rowAad(resident), wrapped), "AES");
            return Optional.of(new ResidentKey(resident, key, wrapped.clone(), box));
        } catch (SealedBox.NotOpened e) {
            return Optional.empty();
        }
    }
}
