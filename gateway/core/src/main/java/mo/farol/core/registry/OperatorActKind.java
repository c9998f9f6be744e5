package mo.farol.core.registry;

import java.util.Locale;

/** What an operator did that belongs to no resident's history. The number is what the record stores, never reused. */
public enum OperatorActKind {
    TERMINAL_ENROLLED(1),
    TERMINAL_SUSPENDED(2),
    TERMINAL_RESUMED(3),
    INSTITUTION_SUSPENDED(4),
    INSTITUTION_RESUMED(5),
    MEANS_SUSPENDED(6),
    MEANS_RESUMED(7),
    /** Named somebody by an ID number that nobody has. The number is not kept. */
    NUMBER_NOT_FOUND(8);

    private final int number;

    OperatorActKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
