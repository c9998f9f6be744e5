package mo.farol.simulation.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mo.farol.simulation.phone.Town;
import org.jspecify.annotations.Nullable;

/** What stands and what does not, as far as acknowledgements prove it. The acts on one target follow one another. */
public final class Standings {
    private final Map<Target, List<Act>> acts = new HashMap<>();

    void add(Act act) {
        acts.computeIfAbsent(act.target(), target -> new ArrayList<>()).add(act);
    }

    public List<Act> acts(Target target) {
        return acts.getOrDefault(target, List.of());
    }

    /** Every target that was acted on. */
    List<Target> targets() {
        return acts.keySet().stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    /** Whether its stop was acknowledged before {@code from}, and nothing has let it go on since. */
    boolean stoppedThroughout(Target target, long from) {
        Act last = last(target);
        return last == null ? !atFirst(target) : last.stops() && last.acknowledged() <= from;
    }

    /** Whether nothing has stopped it since {@code from}, and what did before was over by then. */
    boolean stoodThroughout(Target target, long from) {
        Act last = last(target);
        return last == null ? atFirst(target) : !last.stops() && last.acknowledged() <= from;
    }

    /** The version of a grant that was in force, for sure, at {@code time} or later. */
    long grantVersionAt(Target.Granted target, long time) {
        long version = 1;
        for (Act act : acts(target)) {
            if (act.acknowledged() <= time) {
                version = act.grantVersion();
            }
        }
        return version;
    }

    /** Whether anything may have been done to it after {@code from}. */
    boolean changedSince(Target target, long from) {
        return acts(target).stream().anyMatch(act -> act.acknowledged() > from);
    }

    private @Nullable Act last(Target target) {
        List<Act> known = acts(target);
        return known.isEmpty() ? null : known.getLast();
    }

    /** The phones that nobody has bound yet do not stand at first; everything else does. */
    private static boolean atFirst(Target target) {
        return !(target instanceof Target.Binding binding) || Town.isBoundAtFirst(binding.phone());
    }
}
