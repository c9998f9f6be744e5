package mo.farol.core.binding.memory;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import mo.farol.core.binding.GuardianBound;

public final class MemoryGuardianBound implements GuardianBound {
    private final People people;
    /** The sizes of the pages that were asked for. */
    public final List<Integer> asked = new ArrayList<>();

    public MemoryGuardianBound(People people) {
        this.people = people;
    }

    @Override
    public Future<List<Long>> after(long row, int atMost) {
        asked.add(atMost);
        synchronized (people) {
            return Future.succeededFuture(people.all()
                    .filter(person -> person.row > row && People.isGuardianBound(person))
                    .map(person -> person.row)
                    .limit(atMost)
                    .toList());
        }
    }
}
