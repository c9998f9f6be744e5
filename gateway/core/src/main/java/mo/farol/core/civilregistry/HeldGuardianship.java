package mo.farol.core.civilregistry;

import java.util.Optional;
import mo.farol.core.binding.GuardianKind;

/** An authority on file. */
public record HeldGuardianship(GuardianKind kind, boolean inForce, long sequence) {
    public boolean isLike(RegistryGuardianship told) {
        return kind == told.kind() && inForce == told.inForce() && sequence == told.sequence();
    }

    /**
     * Why a row that differs cannot replace this one. Only a higher sequence does, so an old file brings no withdrawn
     * authority back.
     */
    public Optional<Reason> refusal(RegistryGuardianship told) {
        return told.sequence() > sequence ? Optional.empty() : Optional.of(Reason.OUT_OF_DATE);
    }
}
