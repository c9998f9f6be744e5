package mo.farol.server.jwks;

import java.time.Duration;

/**
 * How a key set is kept fresh.
 *
 * @param refreshEvery it is read anew that often, so a withdrawn key verifies nothing for longer than this
 * @param longestAge without a successful reading for that long, its keys are no longer relied on
 * @param unknownEvery a key id that it does not have makes it read anew, at most that often
 */
public record JwksTimes(Duration refreshEvery, Duration longestAge, Duration unknownEvery) {
    public static final JwksTimes DEFAULTS =
            new JwksTimes(Duration.ofMinutes(5), Duration.ofHours(6), Duration.ofSeconds(2));
}
