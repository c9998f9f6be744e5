package mo.farol.server.importing;

import java.util.BitSet;
import mo.farol.core.registry.IdNumber;

/** The ID numbers that a file has had so far: one bit for each of the 30 million there can be, 4 MB whatever comes. */
final class SeenNumbers {
    private static final String FIRST_DIGITS = "157";
    private static final int PER_FIRST_DIGIT = 10_000_000;

    private final BitSet seen = new BitSet(FIRST_DIGITS.length() * PER_FIRST_DIGIT);

    /** Whether this is the first time. */
    boolean add(IdNumber number) {
        String value = number.value();
        int rest = Integer.parseInt(value, 1, 7, 10) * 10 + (value.charAt(8) - '0');
        int bit = FIRST_DIGITS.indexOf(value.charAt(0)) * PER_FIRST_DIGIT + rest;
        boolean first = !seen.get(bit);
        seen.set(bit);
        return first;
    }
}
