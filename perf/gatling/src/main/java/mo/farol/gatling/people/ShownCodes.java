package mo.farol.gatling.people;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Codes that were accepted, the last few thousand of them, for somebody to show again. Safe for use by many threads. */
public final class ShownCodes {
    private static final int KEPT = 4096;

    private final AtomicReferenceArray<Showing> kept = new AtomicReferenceArray<>(KEPT);
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong turn = new AtomicLong();

    public void add(Showing accepted) {
        kept.set((int) (count.getAndIncrement() % KEPT), accepted);
    }

    /** Each in its turn, the same one again and again when there are few; empty while there is none. */
    public Optional<Showing> next() {
        long known = Math.min(count.get(), KEPT);
        return known == 0 ? Optional.empty() : Optional.ofNullable(kept.get((int) (turn.getAndIncrement() % known)));
    }
}
