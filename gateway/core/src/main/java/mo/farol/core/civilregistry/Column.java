package mo.farol.core.civilregistry;

import static mo.farol.core.civilregistry.RowKind.GUARDIANSHIP;
import static mo.farol.core.civilregistry.RowKind.RESIDENT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The columns that a row may have; in NDJSON, its names. docs/import.md has them in a table. */
public enum Column {
    ID_NUMBER(true, RESIDENT),
    SURNAME_ZH(true, RESIDENT),
    GIVEN_NAMES_ZH(true, RESIDENT),
    SURNAME_PT(true, RESIDENT),
    GIVEN_NAMES_PT(true, RESIDENT),
    SEX(true, RESIDENT),
    BIRTH_DATE(true, RESIDENT),
    BIRTHPLACE(true, RESIDENT),
    RESIDENCE_STATUS(true, RESIDENT),
    FIRST_ISSUE_DATE(true, RESIDENT),
    ISSUE_DATE(true, RESIDENT),
    EXPIRY_DATE(true, RESIDENT),
    CARD_STATUS(true, RESIDENT),
    PHOTO(false, RESIDENT),
    MULTIPLE(false, RESIDENT),
    EMAIL(false, RESIDENT),
    LANGUAGE(false, RESIDENT),
    MINOR_ID_NUMBER(true, GUARDIANSHIP),
    GUARDIAN_ID_NUMBER(true, GUARDIANSHIP),
    RELATION(true, GUARDIANSHIP),
    IN_FORCE(false, GUARDIANSHIP),
    SEQUENCE(false, RESIDENT, GUARDIANSHIP);

    private final boolean required;
    private final Set<RowKind> kinds;

    Column(boolean required, RowKind... kinds) {
        this.required = required;
        this.kinds = Set.of(kinds);
    }

    /** Whether every row has it; its value may still be empty where {@link RowReader} allows that. */
    public boolean isRequired() {
        return required;
    }

    /** The name in a file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns of rows of this kind. */
    public static List<Column> of(RowKind kind) {
        return Arrays.stream(values())
                .filter(column -> column.kinds.contains(kind))
                .toList();
    }

    public static Optional<Column> of(RowKind kind, String label) {
        return of(kind).stream().filter(column -> column.label().equals(label)).findFirst();
    }
}
