package mo.farol.store.binding;

import java.time.Instant;
import mo.farol.core.binding.Eid;

/**
 * An e-ID as it was read under its lock.
 *
 * @param now the database's time after the lock was taken
 * @param wrappedKey the resident's data key as their row has it
 */
record LockedEid(Eid eid, Instant now, byte[] wrappedKey) {
    @Override
    public String toString() {
        return "LockedEid[redacted]";
    }
}
