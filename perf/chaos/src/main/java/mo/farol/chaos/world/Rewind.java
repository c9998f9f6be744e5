package mo.farol.chaos.world;

import java.time.Instant;

/**
 * The database went back in time: what was committed from {@code to} on may be gone.
 *
 * @param to by the database's clock: all that was committed before is still there
 * @param stopped by the database's clock, when the database that was replaced stopped
 */
public record Rewind(Instant to, Instant stopped) {}
