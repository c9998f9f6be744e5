package mo.farol.store.accesslog.restore;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.EventKind;

/**
 * What is to become of bindings by the changes that the database has lost. Endings are repeated. Whatever else was
 * changed rests until its resident resumes it: a restored database cannot tell who is right.
 *
 * @param bindings what each becomes
 * @param residents whose bindings rest
 */
record LostChanges(Map<Long, BindingStatus> bindings, Set<Long> residents) {
    static LostChanges of(List<LostChange> inOrder) {
        Map<Long, BindingStatus> bindings = new LinkedHashMap<>();
        Set<Long> residents = new LinkedHashSet<>();
        for (LostChange each : inOrder) {
            if (each.kind() == EventKind.UNBOUND.number()) {
                bindings.put(each.binding(), BindingStatus.UNBOUND);
            } else if (each.kind() == EventKind.SUPERSEDED.number()) {
                bindings.put(each.binding(), BindingStatus.SUPERSEDED);
            } else if (touches(each.kind())) {
                residents.add(each.resident());
            }
        }
        return new LostChanges(bindings, residents);
    }

    private static boolean touches(int kind) {
        return kind == EventKind.BOUND.number()
                || kind == EventKind.SUSPENDED.number()
                || kind == EventKind.RESUMED.number()
                || kind == EventKind.GUARDIAN_WITHDRAWN.number()
                || kind == EventKind.CARD_EVENT.number();
    }
}
