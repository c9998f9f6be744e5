package mo.farol.core.verification;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes UUIDs of version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then 74 random bits. */
public final class AttemptIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param clock the node's own clock: good enough for an id, never used for a verdict */
    public AttemptIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        long high = clock.millis() << 16 | VERSION_7 | random.nextLong() & 0xFFFL;
        long low = random.nextLong() >>> 2 | VARIANT;
        return new UUID(high, low);
    }
}
