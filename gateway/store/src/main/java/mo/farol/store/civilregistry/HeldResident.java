package mo.farol.store.civilregistry;

import java.util.Map;
import java.util.Optional;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.policy.Field;
import mo.farol.store.atrest.ResidentKey;
import org.jspecify.annotations.Nullable;

/**
 * A resident on file, locked. It never prints.
 *
 * @param multiple registered as a twin or multiple
 * @param fields the ciphertext of each field on file; empty for a photo that is known to differ from the row's
 * @param card null: there is none yet
 * @param bound whether the e-ID has an active or suspended binding
 * @param contact null: there is none yet
 */
record HeldResident(
        long id,
        ResidentKey key,
        boolean multiple,
        Map<Field, Optional<byte[]>> fields,
        @Nullable HeldCard card,
        boolean bound,
        @Nullable HeldContact contact) {
    @Override
    public String toString() {
        return "HeldResident[redacted]";
    }
}
