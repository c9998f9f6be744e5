package mo.farol.bench.figure;

import java.util.Locale;

/**
 * What a goal wants of its figure.
 *
 * @param upper whether the figure may be the value at most; else it must be the value at least
 */
public record Limit(boolean upper, double value) {
    public static Limit atMost(double value) {
        return new Limit(true, value);
    }

    public static Limit atLeast(double value) {
        return new Limit(false, value);
    }

    public boolean isMetBy(double figure) {
        return upper ? figure <= value : figure >= value;
    }

    @Override
    public String toString() {
        String number = value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.2f", value).replaceFirst("0$", "");
        return (upper ? "<= " : ">= ") + number;
    }
}
