package mo.farol.api.eid;

import java.util.Map;
import java.util.UUID;

/**
 * Who may act for a minor. It never prints.
 *
 * @param id the guardian's own e-ID
 * @param kind {@code parent} or {@code guardian}
 * @param names the names on file, by field name
 * @param multiple registered as a twin or multiple: proves themselves at a kiosk
 */
public record ShownGuardian(UUID id, String kind, Map<String, String> names, boolean multiple) {
    @Override
    public String toString() {
        return "ShownGuardian[redacted]";
    }
}
