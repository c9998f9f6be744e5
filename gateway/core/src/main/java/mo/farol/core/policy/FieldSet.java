package mo.farol.core.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * An immutable set of fields as a bit mask, as it travels to and from the database.
 *
 * @param mask one bit per {@link Field#bit()}
 */
public record FieldSet(int mask) {
    public static final FieldSet NONE = new FieldSet(0);

    /** Surname and given names in both scripts, and the photo: what a person at a counter compares. */
    public static final FieldSet NAME_AND_PHOTO =
            of(Field.SURNAME_ZH, Field.GIVEN_NAMES_ZH, Field.SURNAME_PT, Field.GIVEN_NAMES_PT, Field.PHOTO);

    public static FieldSet of(Field... fields) {
        return of(Arrays.asList(fields));
    }

    public static FieldSet of(Collection<Field> fields) {
        return new FieldSet(fields.stream().mapToInt(field -> 1 << field.bit()).reduce(0, (a, b) -> a | b));
    }

    public boolean contains(Field field) {
        return (mask & 1 << field.bit()) != 0;
    }

    public boolean containsAll(FieldSet other) {
        return (mask & other.mask) == other.mask;
    }

    public boolean isEmpty() {
        return mask == 0;
    }

    public FieldSet and(FieldSet other) {
        return new FieldSet(mask & other.mask);
    }

    public FieldSet or(FieldSet other) {
        return new FieldSet(mask | other.mask);
    }

    public FieldSet minus(FieldSet other) {
        return new FieldSet(mask & ~other.mask);
    }

    /** The fields in the order of their bits; bits that no field has are left out. */
    public List<Field> fields() {
        return Arrays.stream(Field.values()).filter(this::contains).toList();
    }

    /** The wire names in the order of the fields' bits. */
    public List<String> wireNames() {
        return fields().stream().map(Field::wireName).toList();
    }
}
