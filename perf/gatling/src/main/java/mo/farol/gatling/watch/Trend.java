package mo.farol.gatling.watch;

import java.util.List;

/**
 * How a figure went over time: a straight line by least squares.
 *
 * @param first the first value
 * @param last the last value
 * @param perHour the line's slope, in the figure's unit per hour
 */
record Trend(double first, double last, double perHour) {
    private static final double HOUR = 3600;

    /** @param points at least two, at different times */
    static Trend of(List<Point> points) {
        double time = points.stream().mapToDouble(Point::seconds).average().orElseThrow();
        double value = points.stream().mapToDouble(Point::value).average().orElseThrow();
        double together = 0;
        double spread = 0;
        for (Point point : points) {
            together += (point.seconds() - time) * (point.value() - value);
            spread += (point.seconds() - time) * (point.seconds() - time);
        }
        return new Trend(
                points.getFirst().value(), points.getLast().value(), spread == 0 ? 0 : together / spread * HOUR);
    }

    /** @param seconds since the watch began */
    record Point(double seconds, double value) {}
}
