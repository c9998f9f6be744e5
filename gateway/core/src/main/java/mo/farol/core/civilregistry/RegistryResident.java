package mo.farol.core.civilregistry;

import java.util.Map;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.IdNumber;
import org.jspecify.annotations.Nullable;

/**
 * A resident as a row has them. What is null or absent here was not said and stays as it is on file. It never prints.
 *
 * @param fields what is said of each field; an empty text: it is not on file
 * @param multiple registered as a twin or multiple
 * @param email an empty text: there is no address
 */
public record RegistryResident(
        IdNumber number,
        Map<Field, String> fields,
        RegistryCard card,
        @Nullable Boolean multiple,
        @Nullable PreferredLanguage language,
        @Nullable String email)
        implements Content {
    public RegistryResident {
        fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
        return "RegistryResident[redacted]";
    }
}
