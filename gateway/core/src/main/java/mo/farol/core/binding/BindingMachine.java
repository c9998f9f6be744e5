package mo.farol.core.binding;

import static mo.farol.core.binding.BindingRefusal.ALREADY_SUPERSEDED;
import static mo.farol.core.binding.BindingRefusal.ALREADY_SUSPENDED;
import static mo.farol.core.binding.BindingRefusal.ALREADY_UNBOUND;
import static mo.farol.core.binding.BindingRefusal.BOUND_MEANWHILE;
import static mo.farol.core.binding.BindingRefusal.NOT_SUSPENDED;
import static mo.farol.core.binding.BindingStatus.ACTIVE;
import static mo.farol.core.binding.BindingStatus.SUPERSEDED;
import static mo.farol.core.binding.BindingStatus.SUSPENDED;
import static mo.farol.core.binding.BindingStatus.UNBOUND;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one table of what may follow what; docs/binding-states.md is written from it. A binding that has ended stays ended:
 * a phone that returns is bound anew.
 */
public final class BindingMachine {
    /** What the table has for one state and one act. */
    public sealed interface Step {
        record To(BindingStatus status) implements Step {}

        record Refused(BindingRefusal why) implements Step {}

        /** There is no binding that it could be done to: nothing is found. */
        record NotThere() implements Step {}
    }

    private BindingMachine() {}

    /**
     * The step of {@code act}.
     *
     * @param from null: there is no binding yet
     */
    public static Step step(@Nullable BindingStatus from, BindingAct act) {
        return switch (from) {
            case null -> act == BindingAct.BIND ? to(ACTIVE) : new Step.NotThere();
            case ACTIVE ->
                switch (act) {
                    // Whoever binds supersedes first, in the same ruling.
                    case BIND -> refused(BOUND_MEANWHILE);
                    case SUPERSEDE -> to(SUPERSEDED);
                    case SUSPEND -> to(SUSPENDED);
                    case RESUME -> refused(NOT_SUSPENDED);
                    case UNBIND -> to(UNBOUND);
                };
            case SUSPENDED ->
                switch (act) {
                    case BIND -> refused(BOUND_MEANWHILE);
                    case SUPERSEDE -> to(SUPERSEDED);
                    case SUSPEND -> refused(ALREADY_SUSPENDED);
                    case RESUME -> to(ACTIVE);
                    case UNBIND -> to(UNBOUND);
                };
            case SUPERSEDED -> refused(ALREADY_SUPERSEDED);
            case UNBOUND -> refused(ALREADY_UNBOUND);
        };
    }

    /**
     * The next state; empty when the act is illegal there.
     *
     * @param from null: there is no binding yet
     */
    public static Optional<BindingStatus> next(@Nullable BindingStatus from, BindingAct act) {
        return step(from, act) instanceof Step.To to ? Optional.of(to.status()) : Optional.empty();
    }

    private static Step to(BindingStatus status) {
        return new Step.To(status);
    }

    private static Step refused(BindingRefusal why) {
        return new Step.Refused(why);
    }
}
