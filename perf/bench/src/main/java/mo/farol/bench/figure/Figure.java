package mo.farol.bench.figure;

import java.util.Locale;

/**
 * One figure of a goal.
 *
 * @param name as in the last line, such as {@code P1_hpke}
 * @param series one value a pair
 * @param note what a reader must know to believe it; may be empty
 */
public record Figure(String name, Limit wanted, Series series, String note) {
    private static final double MANY = 20;

    public static Figure of(String name, Limit wanted, Series series) {
        return new Figure(name, wanted, series, "");
    }

    public Figure noting(String more) {
        return new Figure(name, wanted, series, more);
    }

    public boolean isMet() {
        return wanted.isMetBy(series.median());
    }

    /** {@code name=median}. */
    String assignment() {
        return name + "=" + number(series.median());
    }

    /** A row of the table. */
    String row() {
        String spread = series.count() == 1 ? "" : number(series.least()) + " to " + number(series.most());
        return "| "
                + String.join(
                        " | ",
                        name,
                        wanted.toString(),
                        number(series.median()),
                        spread,
                        Integer.toString(series.count()),
                        isMet() ? "yes" : "no",
                        note)
                + " |";
    }

    /** Two decimals tell ratios apart; of bytes and seconds in tens they would be noise. */
    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < MANY ? "%.2f" : "%.0f", value);
    }
}
