package mo.farol.store.resident;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;

/**
 * Somebody whose row was read, with the fields that the question opened. It never prints.
 *
 * @param wrappedKey their data key as their row has it
 * @param born empty when the birth date was not opened or is not on file
 * @param today in Macau by the database's clock
 */
record Person(
        long row,
        UUID handle,
        boolean multiple,
        byte[] wrappedKey,
        Map<Field, String> fields,
        Optional<LocalDate> born,
        LocalDate today) {
    static final FieldSet NAMES =
            FieldSet.of(Field.SURNAME_ZH, Field.GIVEN_NAMES_ZH, Field.SURNAME_PT, Field.GIVEN_NAMES_PT);

    private static final int FULL_AGE = 18;

    /** The rule of {@link mo.farol.core.binding.Eid#isMinorOn}. Whose birth date is not known is nobody's ward. */
    boolean isMinor() {
        return born.isPresent() && Period.between(born.get(), today).getYears() < FULL_AGE;
    }

    Map<Field, String> names() {
        Map<Field, String> names = new EnumMap<>(Field.class);
        fields.forEach((field, value) -> {
            if (NAMES.contains(field)) {
                names.put(field, value);
            }
        });
        return names;
    }

    @Override
    public String toString() {
        return "Person[redacted]";
    }
}
