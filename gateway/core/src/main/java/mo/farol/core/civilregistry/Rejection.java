package mo.farol.core.civilregistry;

import org.jspecify.annotations.Nullable;

/**
 * A row that was not loaded.
 *
 * @param about the column's name, or its place where the name is not one of ours; never what the row says
 */
public record Rejection(Reason reason, @Nullable String about) implements Content, Outcome {
    public static Rejection of(Reason reason) {
        return new Rejection(reason, null);
    }

    static Rejection of(Reason reason, Column column) {
        return new Rejection(reason, column.label());
    }
}
