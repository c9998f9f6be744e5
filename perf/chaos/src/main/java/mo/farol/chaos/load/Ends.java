package mo.farol.chaos.load;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import mo.farol.chaos.history.Line;

/**
 * Bindings whose end was acknowledged, the last of them, over all schedules of a run, and the phones that they were on.
 * Safe for use by many threads.
 */
final class Ends {
    private static final int KEPT = 20_000;

    private static final int PHONES_KEPT = 30;

    private final Deque<Line.Ended> ended = new ArrayDeque<>();
    private final Deque<Holder> phones = new ArrayDeque<>();

    synchronized void add(Holder holder, Instant at) {
        if (ended.size() == KEPT) {
            ended.removeFirst();
        }
        ended.add(new Line.Ended(holder.key(), at.getEpochSecond() * 1_000_000 + at.getNano() / 1000));
        phones.removeIf(known -> known.key().equals(holder.key()));
        if (phones.size() == PHONES_KEPT) {
            phones.removeFirst();
        }
        phones.add(holder);
    }

    /** The last phones that were given up, lost or replaced: they go on making codes. */
    synchronized List<Holder> oldPhones() {
        return List.copyOf(phones);
    }

    synchronized List<Line.Ended> all() {
        return List.copyOf(ended);
    }
}
