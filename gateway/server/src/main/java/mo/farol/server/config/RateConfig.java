package mo.farol.server.config;

/**
 * A token bucket.
 *
 * @param perSecond refilled evenly
 * @param burst its size
 */
public record RateConfig(int perSecond, int burst) {}
