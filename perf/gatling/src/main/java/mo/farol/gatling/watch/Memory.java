package mo.farol.gatling.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What one gateway's memory was, each time it was looked at. */
final class Memory {
    private static final double MEBI = 1024.0 * 1024;
    private static final int ENOUGH = 3;

    private final Figure resident = new Figure("resident", "process_resident_memory_bytes", "");
    private final Figure heap = new Figure("heap", "jvm_memory_used_bytes", "area=\"heap\"");
    private final Figure kept = new Figure("heap after collections", "jvm_memory_pool_collection_used_bytes", "");

    /** @param seconds since the watch began */
    String add(double seconds, PrometheusText page) {
        return resident.add(seconds, page) + ", " + heap.add(seconds, page) + ", " + kept.add(seconds, page);
    }

    /** How each grew; of the heap only what collections leave, because the rest goes up and down. */
    String trend() {
        return resident.trend() + "; " + kept.trend();
    }

    private static String mebibytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / MEBI);
    }

    private record Figure(String title, String name, String label, List<Trend.Point> points) {
        Figure(String title, String name, String label) {
            this(title, name, label, new ArrayList<>());
        }

        String add(double seconds, PrometheusText page) {
            OptionalDouble bytes = page.sum(name, label);
            if (bytes.isEmpty()) {
                return title + " not told";
            }
            points.add(new Trend.Point(seconds, bytes.getAsDouble()));
            return title + " " + mebibytes(bytes.getAsDouble());
        }

        String trend() {
            if (points.size() < ENOUGH) {
                return title + ": too few looks to tell";
            }
            Trend trend = Trend.of(points);
            return String.format(
                    Locale.ROOT,
                    "%s %s -> %s, %+.1f MiB an hour",
                    title,
                    mebibytes(trend.first()),
                    mebibytes(trend.last()),
                    trend.perHour() / MEBI);
        }
    }
}
