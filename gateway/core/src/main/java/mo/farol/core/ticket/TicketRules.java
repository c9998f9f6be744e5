package mo.farol.core.ticket;

import java.time.Duration;

/**
 * Whether tickets are given, and how many.
 *
 * @param perDay the most that one binding gets for one day of keys, of both types together: 1 to {@value #MOST_PER_DAY}
 */
public record TicketRules(boolean offered, int perDay) {
    public static final int MOST_PER_DAY = 500;

    /** The most that one request gets. */
    public static final int LARGEST_BATCH = 100;

    /** How far a signature's time may be from the gateway's, to either side. */
    public static final Duration FRESH = Duration.ofSeconds(60);

    /** Not offered; {@value #MOST_PER_DAY} a day where they are. */
    public static final TicketRules DEFAULTS = new TicketRules(false, MOST_PER_DAY);

    public TicketRules {
        if (perDay < 1 || perDay > MOST_PER_DAY) {
            throw new IllegalArgumentException("a binding gets 1 to " + MOST_PER_DAY + " tickets a day, not " + perDay);
        }
    }
}
