package mo.farol.bench.figure;

/**
 * The 95 % confidence interval of a mean ratio: Student's t on the logarithms, because a ratio and its inverse must be
 * judged alike.
 */
public record Interval(double low, double high) {
    /** Two-sided 97.5 % quantiles of Student's t for 1 to 30 degrees of freedom. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    /** @throws IllegalArgumentException with fewer than two values, or one that is not above 0 */
    public static Interval ofRatios(Series ratios) {
        int count = ratios.count();
        if (count < 2 || ratios.least() <= 0) {
            throw new IllegalArgumentException("an interval needs two ratios above 0 at least");
        }
        double mean = ratios.stream().map(Math::log).average().orElseThrow();
        double squares = ratios.stream()
                .map(Math::log)
                .map(each -> (each - mean) * (each - mean))
                .sum();
        double error = Math.sqrt(squares / (count - 1) / count);
        double t = T[Math.min(count - 1, T.length) - 1];
        return new Interval(Math.exp(mean - t * error), Math.exp(mean + t * error));
    }
}
