package mo.farol.store.atrest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.SecretKey;
import mo.farol.core.policy.Field;

/** One resident's data key, held for as long as their record is compared and written. It never prints. */
public final class ResidentKey {
    private final long resident;
    private final SecretKey key;
    private final byte[] wrapped;
    private final SealedBox box;

    ResidentKey(long resident, SecretKey key, byte[] wrapped, SealedBox box) {
        this.resident = resident;
        this.key = key;
        this.wrapped = wrapped;
        this.box = box;
    }

    /** The key under the key-encryption key, as the resident's row keeps it. */
    public byte[] wrapped() {
        return wrapped.clone();
    }

    public byte[] seal(Field field, String value) {
        return seal(Sealing.fieldAad(resident, field), value);
    }

    public byte[] seal(SealedText kind, String text) {
        return seal(kind.aad(resident), text);
    }

    /** Empty when it does not open in this place. */
    public Optional<String> open(Field field, byte[] sealed) {
        return open(Sealing.fieldAad(resident, field), sealed);
    }

    /** Empty when it does not open in this place. */
    public Optional<String> open(SealedText kind, byte[] sealed) {
        return open(kind.aad(resident), sealed);
    }

    private byte[] seal(byte[] aad, String text) {
        return box.seal(key, aad, text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> open(byte[] aad, byte[] sealed) {
        try {
            return Optional.of(new String(SealedBox.open(key, aad, sealed), StandardCharsets.UTF_8));
        } catch (SealedBox.NotOpened e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "ResidentKey[redacted]";
    }
}
