package mo.farol.chaos.load;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import mo.farol.chaos.history.Line;

/** Bindings whose end was acknowledged, the last of them, over all schedules of a run. Safe for use by many threads. */
final class Ends {
    private static final int KEPT = 20_000;

    private final Deque<Line.Ended> ended = new ArrayDeque<>();

    synchronized void add(String key, Instant at) {
        if (ended.size() == KEPT) {
            ended.removeFirst();
        }
        ended.add(new Line.Ended(key, at.getEpochSecond() * 1_000_000 + at.getNano() / 1000));
    }

    synchronized List<Line.Ended> all() {
        return List.copyOf(ended);
    }
}
