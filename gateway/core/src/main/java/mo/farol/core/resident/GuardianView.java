package mo.farol.core.resident;

import java.util.Map;
import java.util.UUID;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.policy.Field;

/** Who may act for a minor. It never prints. @param id the guardian's own e-ID handle */
public record GuardianView(UUID id, GuardianKind kind, Map<Field, String> names, boolean multiple) {
    @Override
    public String toString() {
        return "GuardianView[redacted]";
    }
}
