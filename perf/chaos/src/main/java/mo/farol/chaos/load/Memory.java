package mo.farol.chaos.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Codes that were shown, the newest of them, over all schedules of a run. Safe for use by many threads. */
final class Memory {
    private static final int KEPT = 4000;
    private static final int RECENT = 150;

    private final List<Remembered> codes = new ArrayList<>();
    private int oldest;

    synchronized void add(Remembered one) {
        if (codes.size() < KEPT) {
            codes.add(one);
        } else {
            codes.set(oldest, one);
            oldest = (oldest + 1) % KEPT;
        }
    }

    /** Half of the time one of the last few, else any. */
    synchronized Optional<Remembered> draw(RandomGenerator random) {
        if (codes.isEmpty()) {
            return Optional.empty();
        }
        int size = codes.size();
        int back = 1 + random.nextInt(random.nextBoolean() ? Math.min(RECENT, size) : size);
        return Optional.of(codes.get(Math.floorMod(oldest - back, size)));
    }

    synchronized List<Remembered> all() {
        return List.copyOf(codes);
    }

    /** Drops those whose outcome nobody learnt: at the end of a schedule the database alone knows. */
    synchronized void keepAccepted() {
        List<Remembered> accepted = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            Remembered one = codes.get((oldest + i) % codes.size());
            if (one.receipt() != null) {
                accepted.add(one);
            }
        }
        codes.clear();
        codes.addAll(accepted);
        oldest = 0;
    }
}
