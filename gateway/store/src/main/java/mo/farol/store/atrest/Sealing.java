package mo.farol.store.atrest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import mo.farol.core.policy.Field;

/** Seals what enters the database. */
public final class Sealing {
    static final int SECRET_BYTES = 32;

    private final AtRestKeys keys;
    private final SecureRandom random;
    private final SealedBox box;

    public Sealing(AtRestKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
        this.box = new SealedBox(random);
    }

    /**
     * A resident's fields under a fresh data key of their own.
     *
     * @param resident the row they will be in: bound into every ciphertext
     */
    public SealedResident resident(long resident, Map<Field, String> values) {
        byte[] dataKey = fresh();
        SecretKey key = new SecretKeySpec(dataKey, "AES");
        Map<Field, byte[]> sealed = new EnumMap<>(Field.class);
        values.forEach((field, value) ->
                sealed.put(field, box.seal(key, fieldAad(resident, field), value.getBytes(StandardCharsets.UTF_8))));
        return new SealedResident(box.seal(keys.kek(), rowAad(resident), dataKey), sealed);
    }

    /** A fresh pairwise secret of an institution, sealed for its row. */
    public byte[] pairwiseSecret(long institution) {
        return box.seal(keys.handleKey(), rowAad(institution), fresh());
    }

    private byte[] fresh() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    static byte[] rowAad(long row) {
        return ByteBuffer.allocate(10).putLong(row).putShort(AtRestKeys.VERSION).array();
    }

    static byte[] fieldAad(long resident, Field field) {
        return ByteBuffer.allocate(12)
                .putLong(resident)
                .putShort((short) field.bit())
                .putShort(AtRestKeys.VERSION)
                .array();
    }
}
