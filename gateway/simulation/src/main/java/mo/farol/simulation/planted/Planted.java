package mo.farol.simulation.planted;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The bugs that can be planted, in the simulated database or in a thin layer around a port. */
public enum Planted {
    NONE,
    /** The database takes every redemption; only the replay caches refuse a second one. */
    CACHE_ONLY_SINGLE_USE,
    /** The redemption's key contains the ten seconds in which it arrived. */
    UNIQUE_PER_ARRIVAL_TIME,
    /** The answer is joined back by key, so both of two equal codes in one batch won. */
    JOIN_BY_KEY,
    /** The redemption commits and is answered; its record is written in a transaction that follows. */
    RECORD_AFTER_ANSWER,
    /** Whether the binding stands is asked of what the bus told, not of the database. */
    CACHE_ONLY_UNBIND,
    /** The redemption's key contains a hash of what was scanned. */
    KEY_ON_BYTES,
    /** An honest retry is known by key and body, whatever terminal sends it. */
    RETRY_ANY_TERMINAL,
    /** A lost connection is taken for a rollback, and the code is answered as used. */
    COMMIT_FAILURE_AS_REFUSAL,
    /** A node judges codes by its own wall clock. */
    TRUSTS_OWN_CLOCK,
    /** The rows of a batch are given to the requests by their place, and the place is wrong by one. */
    ORDINAL_OFF_BY_ONE,
    /** The standby follows when it can; it is promoted all the same. */
    ASYNC_STANDBY_PROMOTED,
    /** What the database wrote in its last half second is gone after a crash. */
    FSYNC_OFF;

    /** The name on the command line. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Planted> of(String wireName) {
        return Arrays.stream(values())
                .filter(planted -> planted != NONE && planted.wireName().equals(wireName))
                .findFirst();
    }
}
