package mo.farol.gatling.simulation;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import java.util.ArrayList;
import java.util.List;
import mo.farol.gatling.people.Expectation;
import mo.farol.gatling.people.Unbindings;
import mo.farol.gatling.plan.Arrivals;
import mo.farol.gatling.plan.LoadPlan;
import mo.farol.gatling.watch.Finding;

/** Residents unbind while codes are shown, theirs too: from the acknowledgement on every fresh one is refused. */
public final class UnbindUnderLoad extends Simulation {
    private static final String AFTERWARDS = "a fresh code after the unbinding";

    private final Unbindings unbindings = new Unbindings(System::nanoTime);

    /** As Gatling makes it. */
    public UnbindUnderLoad() {
        LoadRun run = LoadRun.current();
        LoadPlan plan = run.plan();
        setUp(
                        scenario("people with codes")
                                .exec(Verifications.fresh(run.crowd()::next, unbindings))
                                .injectOpen(Open.arrivals(Arrivals.of(plan))),
                        scenario("residents who unbind")
                                .exec(new Leaving(run, unbindings).chain())
                                .exec(afterwards(run))
                                .injectOpen(Open.later(
                                        plan.pace().ramp(),
                                        plan.unbinds(),
                                        plan.pace().hold())))
                .protocols(Open.protocol(run.gateways()))
                .assertions(assertions(plan));
        run.afterwards(() -> new Finding(
                unbindings.acceptedTooLate() == 0,
                "unbindings acknowledged: " + unbindings.count() + ", codes accepted after one: "
                        + unbindings.acceptedTooLate()));
    }

    /** At every gateway, at once. */
    private static ChainBuilder afterwards(LoadRun run) {
        return exec(run.gateways().stream()
                .map(gateway -> exec(session -> Verifications.draw(
                                        () -> run.crowd().of(Leaving.resident(session)))
                                .apply(session))
                        .exec(Verifications.request(
                                session -> AFTERWARDS,
                                Verifications.at(gateway + Verifications.PATH),
                                Expectation.refused("unbound"))))
                .toList());
    }

    private static List<Assertion> assertions(LoadPlan plan) {
        List<Assertion> assertions = new ArrayList<>(Open.assertions(plan.limits()));
        assertions.add(details(AFTERWARDS).failedRequests().count().is(0L));
        return assertions;
    }
}
