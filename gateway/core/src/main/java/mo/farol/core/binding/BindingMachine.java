package mo.farol.core.binding;

import static mo.farol.core.binding.BindingStatus.ACTIVE;
import static mo.farol.core.binding.BindingStatus.SUPERSEDED;
import static mo.farol.core.binding.BindingStatus.SUSPENDED;
import static mo.farol.core.binding.BindingStatus.UNBOUND;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one table of what may follow what. A binding that has ended stays ended: a phone that returns is bound anew. */
public final class BindingMachine {
    private static final Map<BindingStatus, Map<BindingAct, BindingStatus>> NEXT = Map.of(
            ACTIVE,
            Map.of(
                    BindingAct.SUSPEND, SUSPENDED,
                    BindingAct.UNBIND, UNBOUND,
                    BindingAct.SUPERSEDE, SUPERSEDED),
            SUSPENDED,
            Map.of(
                    BindingAct.RESUME, ACTIVE,
                    BindingAct.UNBIND, UNBOUND,
                    BindingAct.SUPERSEDE, SUPERSEDED),
            SUPERSEDED,
            Map.of(),
            UNBOUND,
            Map.of());

    private BindingMachine() {}

    /**
     * @param from null: there is no binding yet
     * @return empty when the act is illegal there
     */
    public static Optional<BindingStatus> next(@Nullable BindingStatus from, BindingAct act) {
        if (from == null) {
            return act == BindingAct.BIND ? Optional.of(ACTIVE) : Optional.empty();
        }
        return Optional.ofNullable(NEXT.getOrDefault(from, Map.of()).get(act));
    }
}
