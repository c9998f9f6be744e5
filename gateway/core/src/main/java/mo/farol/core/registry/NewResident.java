package mo.farol.core.registry;

import java.time.LocalDate;
import java.util.Map;
import mo.farol.core.policy.Field;
import org.jspecify.annotations.Nullable;

/**
 * A resident with their card, as the civil registry delivers them. It never prints.
 *
 * @param fields every stored field that is on file; {@code ID_NUMBER} in the form {@code 1234567(8)} is required
 * @param cardExpires the card's last day, or null for a card that never expires
 * @param multiple registered as a twin or multiple
 */
public record NewResident(
        Map<Field, String> fields, @Nullable LocalDate cardExpires, boolean multiple) {
    @Override
    public String toString() {
        return "NewResident[redacted]";
    }
}
