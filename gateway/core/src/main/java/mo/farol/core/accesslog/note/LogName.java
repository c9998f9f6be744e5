package mo.farol.core.accesslog.note;

import java.util.OptionalInt;

/**
 * The log's name, from which the origin of each of its epochs follows. An epoch ends when the log is cut by a restore:
 * the tree after it is another log to whoever holds earlier checkpoints, and its origin says so.
 *
 * @param base the first epoch's origin: the log's address without scheme and trailing slash
 */
public record LogName(String base) {
    private static final String MARK = "/epoch-";

    /** @throws IllegalArgumentException when no note can carry it */
    public LogName {
        if (!base.matches("[\\x21-\\x2a\\x2c-\\x7e]{1,200}") || base.contains(MARK)) {
            throw new IllegalArgumentException("not an origin: visible ASCII without plus signs, up to 200 characters");
        }
    }

    /** @param epoch from 1 */
    public String origin(int epoch) {
        return epoch == 1 ? base : base + MARK + epoch;
    }

    /** @return empty when it is not this log's */
    public OptionalInt epoch(String origin) {
        if (origin.equals(base)) {
            return OptionalInt.of(1);
        }
        String mark = base + MARK;
        String number = origin.startsWith(mark) ? origin.substring(mark.length()) : "";
        return number.matches("[2-9]|[1-9][0-9]{1,8}") ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
    }
}
