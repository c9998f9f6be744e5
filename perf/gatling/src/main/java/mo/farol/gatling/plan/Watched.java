package mo.farol.gatling.plan;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Gateways whose memory is watched.
 *
 * @param metrics where each tells its figures; empty: none is watched
 * @param every the time between two looks
 */
public record Watched(List<URI> metrics, Duration every) {
    public Watched {
        metrics = metrics.stream().map(Watched::withPath).toList();
    }

    private static URI withPath(URI address) {
        String path = address.getPath();
        return path == null || path.isEmpty() || path.equals("/") ? address.resolve("/metrics") : address;
    }
}
