package mo.farol.demo.people;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * ID numbers in the shape {@code 1234567(8)}. The last digit follows no rule: no public algorithm is known, and none is
 * invented.
 */
final class IdNumbers {
    private static final char[] FIRST = {'1', '5', '7'};
    private static final int PER_FIRST = 1_000_000;
    /** Shares no factor with {@link #PER_FIRST}, so the numbers of 1,000,000 residents in a row are all different. */
    private static final int STRIDE = 618_033;

    private IdNumbers() {}

    /** The number of the resident {@code n}; different for different {@code n} up to three million. */
    static String of(int n, RandomGenerator random) {
        char first = FIRST[Math.floorMod(n / PER_FIRST, FIRST.length)];
        long six = Math.floorMod((long) n * STRIDE, (long) PER_FIRST);
        return String.format(Locale.ROOT, "%c%06d(%d)", first, six, random.nextInt(10));
    }
}
