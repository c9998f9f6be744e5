package mo.farol.gatling.watch;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A page of figures in Prometheus' text form.
 *
 * @param text lines of {@code name{label="value"} number}
 */
record PrometheusText(String text) {
    /**
     * The sum of all series of this name.
     *
     * @param label a label that they must have, as it is written, such as {@code area="heap"}; empty: any
     * @return empty when there is none with a number
     */
    OptionalDouble sum(String name, String label) {
        double[] numbers = text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> line.contains(label))
                .mapToDouble(PrometheusText::number)
                .filter(Double::isFinite)
                .toArray();
        return numbers.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(numbers).sum());
    }

    private static double number(String line) {
        try {
            return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
        } catch (NumberFormatException notOne) {
            return Double.NaN;
        }
    }
}
