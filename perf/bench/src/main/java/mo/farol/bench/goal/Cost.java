package mo.farol.bench.goal;

import java.time.Duration;
import java.util.Locale;

/**
 * Microseconds of CPU a request.
 *
 * @param gateway of all gateways, without sealing
 * @param postgres of all of PostgreSQL's processes, without sealing
 * @param sealing of both, for putting what the requests left into the public log
 * @param took from the first question to the last answer
 * @param count of requests
 */
record Cost(double gateway, double postgres, double sealing, Duration took, int count) {
    double total() {
        return gateway + postgres + sealing;
    }

    double perSecond() {
        return count / (took.toNanos() / 1e9);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "gateway %.1f, PostgreSQL %.1f, sealing %.1f us", gateway, postgres, sealing);
    }
}
