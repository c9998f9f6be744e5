package mo.farol.chaos.check;

import java.util.Map;
import java.util.stream.Collectors;
import mo.farol.chaos.history.Line;

/** I12: an e-ID is active on one phone at most. */
final class OneActiveBinding implements Check {
    private static final int ACTIVE = 1;

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<Long, Long> active = evidence.history().all(Line.Held.class).stream()
                .filter(held -> held.status() == ACTIVE)
                .collect(Collectors.groupingBy(Line.Held::resident, Collectors.counting()));
        active.values().stream()
                .filter(count -> count > 1)
                .forEach(count -> findings.violated(Promise.TWO_ACTIVE, "an e-ID has " + count + " active bindings"));
    }
}
