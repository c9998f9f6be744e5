package mo.farol.gatling.plan;

/**
 * What the figures may be.
 *
 * @param p99 milliseconds; 0: not judged
 * @param errors percent of the requests
 */
public record Limits(int p99, double errors) {}
