package mo.farol.core.registry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Macau ID number in the form {@code 1234567(8)}. Only its shape is checked: no public rule is known for the last
 * digit, so none is invented. It never prints.
 *
 * @param value the canonical form
 */
public record IdNumber(String value) {
    private static final Pattern CANONICAL = Pattern.compile("([157]\\d{6})\\((\\d)\\)");
    private static final Pattern OLD = Pattern.compile("([157])/(\\d{6})/(\\d)");

    /** @throws IllegalArgumentException when {@code value} has another shape; the message does not repeat it */
    public IdNumber {
        if (!CANONICAL.matcher(value).matches()) {
            throw new IllegalArgumentException("an ID number has the shape 1234567(8)");
        }
    }

    /** Reads {@code 1234567(8)} or the old form {@code 1/234567/8}; empty for anything else. */
    public static Optional<IdNumber> parse(String text) {
        Matcher old = OLD.matcher(text);
        if (old.matches()) {
            return Optional.of(new IdNumber(old.group(1) + old.group(2) + "(" + old.group(3) + ")"));
        }
        return CANONICAL.matcher(text).matches() ? Optional.of(new IdNumber(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "IdNumber[redacted]";
    }
}
