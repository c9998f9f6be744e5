package mo.farol.api.eid;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An e-ID. It never prints.
 *
 * @param self false for a ward's; absent where an operator looks
 * @param minor under 18
 * @param multiple registered as a twin or multiple
 * @param names the names on file, by field name
 * @param guardians who may act for this minor now; empty for an adult
 * @param binding the one that is active or suspended, else the latest; absent when there never was one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownEid(
        UUID id,
        @Nullable Boolean self,
        boolean minor,
        boolean multiple,
        Map<String, String> names,
        ShownCard card,
        List<ShownGuardian> guardians,
        @Nullable ShownBinding binding) {
    @Override
    public String toString() {
        return "ShownEid[redacted]";
    }
}
