package mo.farol.chaos.check;

import java.util.List;

/**
 * A promise broken.
 *
 * @param what in one line, without personal data
 * @param ops the numbers of the ops that show it; empty when only the database does
 */
public record Violation(Promise promise, String what, List<Long> ops) {
    public Violation {
        ops = List.copyOf(ops);
    }
}
