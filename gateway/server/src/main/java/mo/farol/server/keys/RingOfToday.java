package mo.farol.server.keys;

import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;
import mo.farol.core.time.DatabaseTime;
import mo.farol.token.key.KeyRing;

/**
 * The ring that codes are opened with now: ticket keys die on the second midnight (UTC) after their day began, whether or
 * not anybody took them out of the key file. Yesterday's still open, for what was shown just before midnight. A clock
 * that is set back revives none. Safe for use by many threads.
 */
public final class RingOfToday implements Supplier<KeyRing> {
    private static final long MILLIS_OF_A_DAY = Duration.ofDays(1).toMillis();

    private final KeyRing whole;
    private final DatabaseTime time;
    private volatile Day current;

    private record Day(long day, KeyRing ring) {}

    /** @param whole as the key file has it */
    public RingOfToday(KeyRing whole, DatabaseTime time) {
        this.whole = whole;
        this.time = time;
        this.current = new Day(Long.MIN_VALUE, whole);
    }

    /** While the time is uncertain, the last ring: no code is judged then anyway. */
    @Override
    public KeyRing get() {
        Day held = current;
        long today;
        try {
            today = Math.floorDiv(time.millis(), MILLIS_OF_A_DAY);
        } catch (DatabaseTime.UncertainTime uncertain) {
            return held.ring();
        }
        return today <= held.day() ? held.ring() : begin(today).ring();
    }

    private synchronized Day begin(long today) {
        if (today > current.day()) {
            current = new Day(today, whole.withoutTicketsBefore(LocalDate.ofEpochDay(today - 1)));
        }
        return current;
    }
}
