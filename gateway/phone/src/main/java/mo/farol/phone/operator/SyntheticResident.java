package mo.farol.phone.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invented person, for deployments where everybody is. It never prints.
 *
 * @param fields values by field name, at least {@code id_number} and {@code birth_date}
 * @param cardExpires ISO 8601; null for a card that never expires
 * @param multiple registered as a twin or multiple
 * @param email where notices go; null: there is none
 * @param language of notices: {@code zh-Hant}, {@code pt} or {@code en}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyntheticResident(
        Map<String, String> fields,
        @Nullable String cardExpires,
        boolean multiple,
        @Nullable String email,
        @Nullable String language) {
    public SyntheticResident {
        fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
        return "SyntheticResident[redacted]";
    }
}
