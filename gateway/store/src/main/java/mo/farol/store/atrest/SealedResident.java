package mo.farol.store.atrest;

import java.util.Map;
import mo.farol.core.policy.Field;

/**
 * A resident as the database keeps them.
 *
 * @param wrappedKey their data key under the key-encryption key
 * @param fields a ciphertext per field
 */
public record SealedResident(byte[] wrappedKey, Map<Field, byte[]> fields) {}
