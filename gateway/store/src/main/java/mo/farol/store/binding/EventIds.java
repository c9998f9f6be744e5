package mo.farol.store.binding;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUIDs of version 7 (RFC 9562, 5.7 and 6.2) from the database's time: milliseconds, their fraction in 12 bits, a place
 * of 8 bits, 54 random bits. One e-ID's acts follow one another, so its ids are in the order of what happened.
 */
final class EventIds {
    /** How many ids one moment has. */
    static final int PLACES = 256;

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int RANDOM_BITS = 54;
    private static final int MICROS_PER_MILLI = 1000;

    private final RandomGenerator random;

    EventIds(RandomGenerator random) {
        this.random = random;
    }

    /** @param place distinguishes and orders the ids of one moment, 0 to 255 */
    UUID at(Instant now, int place) {
        if (place < 0 || place >= PLACES) {
            throw new IllegalArgumentException("a ruling has at most " + PLACES + " events and notices");
        }
        long micros = now.get(ChronoField.MICRO_OF_SECOND) % MICROS_PER_MILLI;
        long fraction = (micros << 12) / MICROS_PER_MILLI;
        long high = (now.toEpochMilli() << 16) | VERSION_7 | fraction;
        long low = VARIANT | ((long) place << RANDOM_BITS) | (random.nextLong() >>> (Long.SIZE - RANDOM_BITS));
        return new UUID(high, low);
    }
}
