package mo.farol.gatling.people;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whose turn it is. Nobody shows a code while another of theirs is under way, because the one accepted last ends those
 * made before it; a kit too small for that is counted.
 */
public final class Residents {
    /** Of the next in line, so that a crowd in which everybody is busy does not cost a look at everybody. */
    private static final int LOOKED_AT = 64;

    private final List<Resident> all;
    private final Queue<Resident> called = new ConcurrentLinkedQueue<>();
    private final AtomicLong turn = new AtomicLong();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicLong overlaps = new AtomicLong();

    /** @throws IllegalArgumentException when there is nobody */
    Residents(List<Resident> all) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("the kit has no residents");
        }
        this.all = List.copyOf(all);
    }

    /** The next who is free. */
    Resident next() {
        Resident wanted = called.poll();
        if (wanted != null && wanted.take()) {
            return wanted;
        }
        for (int i = 0; i < Math.min(LOOKED_AT, all.size()); i++) {
            Resident resident = inTurn();
            if (!resident.isAside() && resident.take()) {
                return resident;
            }
        }
        overlaps.incrementAndGet();
        return inTurn();
    }

    private Resident inTurn() {
        return all.get((int) (turn.getAndIncrement() % all.size()));
    }

    /** Is to come next, whoever's turn it was. */
    public void call(Resident resident) {
        called.add(resident);
    }

    /** The next from the end of the line who can sign in and unbind; empty when all have. */
    public Optional<Resident> leaving() {
        int at = all.size() - 1 - left.getAndIncrement();
        while (at >= 0 && all.get(at).account().isEmpty()) {
            at = all.size() - 1 - left.getAndIncrement();
        }
        return at < 0 ? Optional.empty() : Optional.of(all.get(at));
    }

    /** How often somebody had to show a code while another of theirs was under way. */
    public long overlaps() {
        return overlaps.get();
    }
}
