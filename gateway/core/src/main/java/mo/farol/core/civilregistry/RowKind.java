package mo.farol.core.civilregistry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a row tells of. */
public enum RowKind {
    RESIDENT,
    GUARDIANSHIP;

    /** The value of {@code kind} in a file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RowKind> byLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }
}
