package mo.farol.core.policy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A piece of a resident's e-ID that a grant can let an institution read. The bit is the field's place in every mask in
 * the database and in access records: never reused, never changed.
 */
public enum Field {
    SURNAME_ZH(0),
    GIVEN_NAMES_ZH(1),
    SURNAME_PT(2),
    GIVEN_NAMES_PT(3),
    SEX(4),
    BIRTH_DATE(5),
    BIRTHPLACE(6),
    /** {@code permanent} or {@code non_permanent}. */
    RESIDENCE_STATUS(7),
    ID_NUMBER(8),
    FIRST_ISSUE_DATE(9),
    ISSUE_DATE(10),
    /** A date, or {@code ------} on a card that never expires. */
    EXPIRY_DATE(11),
    PHOTO(12),
    /** The pairwise identifier of the resident for this institution; computed, not stored. */
    HANDLE(13);

    private static final Map<String, Field> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::wireName, Function.identity()));

    private final int bit;

    Field(int bit) {
        this.bit = bit;
    }

    /** The field's bit number in a {@link FieldSet}. */
    public int bit() {
        return bit;
    }

    /** The name in the API, in access records and in receipts. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<Field> byWireName(String name) {
        return Optional.ofNullable(BY_WIRE_NAME.get(name));
    }
}
