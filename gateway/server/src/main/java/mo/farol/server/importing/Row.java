package mo.farol.server.importing;

import java.util.Map;
import mo.farol.core.civilregistry.RowKind;

/**
 * A line that was taken apart. It never prints.
 *
 * @param values in the order of the line
 */
record Row(RowKind kind, Map<String, String> values) {
    @Override
    public String toString() {
        return "Row[redacted]";
    }
}
