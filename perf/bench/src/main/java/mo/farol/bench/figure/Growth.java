package mo.farol.bench.figure;

/** What a cost that was measured at two sizes would be at a third, if it grows with the logarithm of the size. */
public final class Growth {
    private Growth() {}

    /**
     * @param ratio the cost at {@code large} over that at {@code small}
     * @return the cost at {@code wanted} over that at {@code small}: a tree is so much deeper
     */
    public static double extrapolate(double ratio, double small, double large, double wanted) {
        if (small <= 0 || large <= small) {
            throw new IllegalArgumentException("growth needs a small size and a larger one");
        }
        return 1 + (ratio - 1) * Math.log(wanted / small) / Math.log(large / small);
    }
}
