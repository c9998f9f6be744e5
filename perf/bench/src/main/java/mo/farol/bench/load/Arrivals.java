package mo.farol.bench.load;

import java.util.Random;

/**
 * When people come who do not know of each other: a Poisson process. The same for every system that is compared, because
 * it is drawn from the same seed.
 */
public final class Arrivals {
    private static final long SEED = 4180;

    private Arrivals() {}

    /** @return nanoseconds from the start, rising */
    public static long[] poisson(int count, double perSecond) {
        Random random = new Random(SEED);
        long[] due = new long[count];
        double at = 0;
        for (int i = 0; i < count; i++) {
            at += -Math.log(1 - random.nextDouble()) / perSecond * 1e9;
            due[i] = (long) at;
        }
        return due;
    }
}
