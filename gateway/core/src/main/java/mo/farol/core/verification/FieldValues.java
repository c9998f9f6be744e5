package mo.farol.core.verification;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;

/** Personal data on its way to the one request it belongs to. It never prints. */
public final class FieldValues {
    public static final FieldValues NONE = new FieldValues(Map.of());

    private final Map<Field, String> values;

    /** @param values text as the card has it; the photo as base64 of a PNG or JPEG file */
    public FieldValues(Map<Field, String> values) {
        this.values = values.isEmpty() ? Map.of() : new EnumMap<>(values);
    }

    public Optional<String> get(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    public FieldSet fields() {
        return FieldSet.of(values.keySet());
    }

    @Override
    public String toString() {
        return "FieldValues[redacted]";
    }
}
