package mo.farol.core.terminal;

import java.util.Arrays;

/**
 * Why a terminal may not ask (any more). The number is stored with the refused try.
 *
 * <p>The request cannot be answered, so these are problems (403), not outcomes of a code.
 */
public enum Standing {
    TERMINAL_SUSPENDED(101),
    INSTITUTION_SUSPENDED(102),
    MEANS_SUSPENDED(103),
    PURPOSE_NOT_GRANTED(104);

    private final int number;

    Standing(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** @throws IllegalArgumentException when no standing has this number */
    public static Standing of(int number) {
        return Arrays.stream(values())
                .filter(standing -> standing.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no standing " + number));
    }

    /** The problem code in the API. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
