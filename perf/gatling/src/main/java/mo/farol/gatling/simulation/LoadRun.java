package mo.farol.gatling.simulation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import mo.farol.gatling.people.Crowd;
import mo.farol.gatling.plan.LoadPlan;
import mo.farol.gatling.watch.Finding;
import mo.farol.phone.kit.PerfKit;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation works with. Gatling makes simulations itself, by their class names, so it is left here for them.
 */
public final class LoadRun {
    private static final AtomicReference<@Nullable LoadRun> CURRENT = new AtomicReference<>();

    private final LoadPlan plan;
    private final PerfKit kit;
    private final Crowd crowd;
    private final List<Supplier<Finding>> findings = new ArrayList<>();

    private LoadRun(LoadPlan plan, PerfKit kit, Crowd crowd) {
        this.plan = plan;
        this.kit = kit;
        this.crowd = crowd;
    }

    /** @param kit with the addresses that are loaded */
    public static LoadRun begin(LoadPlan plan, PerfKit kit, Crowd crowd) {
        LoadRun run = new LoadRun(plan, kit, crowd);
        CURRENT.set(run);
        return run;
    }

    static LoadRun current() {
        LoadRun run = CURRENT.get();
        if (run == null) {
            throw new IllegalStateException("simulations are run by ./farol load");
        }
        return run;
    }

    LoadPlan plan() {
        return plan;
    }

    PerfKit kit() {
        return kit;
    }

    List<URI> gateways() {
        return kit.gateways();
    }

    Crowd crowd() {
        return crowd;
    }

    /** Is asked once the run is over. */
    void afterwards(Supplier<Finding> finding) {
        findings.add(finding);
    }

    /** What the run has shown, once it is over. */
    public List<Finding> findings() {
        return findings.stream().map(Supplier::get).toList();
    }
}
