package mo.farol.gatling.simulation;

import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;
import mo.farol.gatling.people.Expectation;
import mo.farol.gatling.plan.Arrivals;

/** People show fresh codes, as many as {@link Arrivals} says. */
abstract class Arriving extends Simulation {
    /** @param title in the report */
    Arriving(String title) {
        LoadRun run = LoadRun.current();
        setUp(scenario(title)
                        .exec(Verifications.fresh(run.crowd()::next, Expectation.FRESH))
                        .injectOpen(Open.arrivals(Arrivals.of(run.plan()))))
                .protocols(Open.protocol(run.gateways()))
                .assertions(Open.assertions(run.plan().limits()));
    }
}
