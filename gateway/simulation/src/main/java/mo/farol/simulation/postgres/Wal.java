package mo.farol.simulation.postgres;

import java.util.ArrayList;
import java.util.List;

/** What the primary has written, in its order, and how far the standby has it. */
final class Wal {
    private record Commit(List<Change> changes, long flushedAt) {}

    private final List<Commit> commits = new ArrayList<>();
    private int onStandby;

    /** @return the position behind it */
    int append(List<Change> changes, long now) {
        commits.add(new Commit(changes, now));
        return commits.size();
    }

    int size() {
        return commits.size();
    }

    void received(int position) {
        onStandby = Math.max(onStandby, Math.min(position, commits.size()));
    }

    int onStandby() {
        return onStandby;
    }

    /** How many commits there were before {@code time}; the first, which founds the world, always. */
    int before(long time) {
        int position = 1;
        while (position < commits.size() && commits.get(position).flushedAt() < time) {
            position++;
        }
        return position;
    }

    /** @return what is lost by it */
    List<Change> cut(int position) {
        List<Commit> lost = commits.subList(position, commits.size());
        List<Change> changes =
                lost.stream().flatMap(commit -> commit.changes().stream()).toList();
        lost.clear();
        onStandby = Math.min(onStandby, position);
        return changes;
    }

    Tables replayed() {
        Tables tables = new Tables();
        commits.forEach(commit -> tables.apply(commit.changes()));
        return tables;
    }
}
