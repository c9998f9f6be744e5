package mo.farol.bench.figure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The same figure taken several times: one value a pair, in the order they were taken. */
public final class Series {
    private final double[] values;

    private Series(double[] values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException when there is none, or one is no number */
    public static Series of(double... values) {
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a series has at least one number: " + Arrays.toString(values));
        }
        return new Series(values.clone());
    }

    public int count() {
        return values.length;
    }

    /** The middle one, or the mean of the two in the middle. */
    public double median() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double least() {
        return stream().min().orElseThrow();
    }

    public double most() {
        return stream().max().orElseThrow();
    }

    DoubleStream stream() {
        return Arrays.stream(values);
    }
}
