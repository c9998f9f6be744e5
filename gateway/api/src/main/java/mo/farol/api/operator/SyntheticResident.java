package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invented resident. It never prints.
 *
 * @param fields values by field name, at least {@code id_number} and {@code birth_date}
 * @param cardExpires absent for a card that never expires
 * @param language {@code zh-Hant}, {@code pt} or {@code en}, of notices; absent: {@code zh-Hant}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyntheticResident(
        @JsonProperty(required = true) Map<String, String> fields,
        @Nullable String cardExpires,
        @JsonProperty(required = true) Boolean multiple,
        @Nullable String email,
        @Nullable String language) {
    @Override
    public String toString() {
        return "SyntheticResident[redacted]";
    }
}
