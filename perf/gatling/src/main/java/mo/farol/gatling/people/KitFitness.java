package mo.farol.gatling.people;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import mo.farol.gatling.plan.LoadPlan;
import mo.farol.gatling.plan.SimulationName;
import mo.farol.gatling.plan.UsageError;
import mo.farol.phone.kit.KitResident;
import mo.farol.phone.kit.PerfKit;

/** Whether a kit has what a run needs, so that a run does not find out half-way. */
public final class KitFitness {
    private KitFitness() {}

    /**
     * The kit with the addresses that are to be loaded.
     *
     * @throws UsageError when the plan needs more than the kit has
     */
    public static PerfKit fitted(LoadPlan plan, PerfKit kit) throws UsageError {
        List<URI> given = plan.target().gateways();
        PerfKit fitted = given.isEmpty() ? kit : kit.at(given);
        if (plan.simulation() == SimulationName.NODE_LOSS && fitted.gateways().size() < 2) {
            throw new UsageError("node-loss needs at least two addresses: --gateways URL,URL");
        }
        if (plan.simulation() == SimulationName.UNBIND_UNDER_LOAD) {
            hasEnoughToUnbind(plan, kit);
        }
        return fitted;
    }

    private static void hasEnoughToUnbind(LoadPlan plan, PerfKit kit) throws UsageError {
        if (kit.signIn() == null) {
            throw new UsageError("this kit has no accounts to unbind by: make one with ./farol perf-kit");
        }
        long able = kit.residents().stream()
                .filter(each -> accountOf(each).isPresent())
                .count();
        double needed = Math.ceil(plan.unbinds() * plan.pace().hold().toMillis() / 1000);
        if (needed > able / 2.0) {
            throw new UsageError((long) needed + " residents would unbind, and half of the kit's " + able
                    + " may: fewer --unbinds or --seconds, or a larger kit");
        }
    }

    /** Children are unbound by a parent, not by themselves. */
    static Optional<String> accountOf(KitResident resident) {
        return Optional.ofNullable(resident.account())
                .filter(account -> !resident.kind().equals("minor"));
    }
}
