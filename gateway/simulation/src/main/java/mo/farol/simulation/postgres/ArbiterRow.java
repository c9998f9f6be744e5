package mo.farol.simulation.postgres;

/**
 * The one row of {@code arbiter}.
 *
 * @param codeFloor the lowest iat still acceptable
 * @param timeline the timeline that the operator accepted last
 */
public record ArbiterRow(long codeFloor, int timeline) {}
