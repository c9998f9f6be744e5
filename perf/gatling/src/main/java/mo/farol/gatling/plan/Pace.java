package mo.farol.gatling.plan;

import java.time.Duration;

/**
 * How hard and how long.
 *
 * @param rate arrivals a second at the fullest
 * @param ramp the time to get there
 * @param hold the time at that rate
 */
public record Pace(double rate, Duration ramp, Duration hold) {}
