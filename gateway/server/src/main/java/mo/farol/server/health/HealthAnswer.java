package mo.farol.server.health;

import java.util.List;

/**
 * The answer of a health check.
 *
 * @param status {@code up}, {@code ready} or {@code not_ready}
 * @param problems why not ready
 */
record HealthAnswer(String status, List<String> problems) {}
