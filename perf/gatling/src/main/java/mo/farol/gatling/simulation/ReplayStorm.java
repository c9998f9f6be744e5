package mo.farol.gatling.simulation;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mo.farol.gatling.people.Crowd;
import mo.farol.gatling.people.Expectation;
import mo.farol.gatling.people.Showing;
import mo.farol.gatling.people.ShownCodes;
import mo.farol.gatling.plan.Arrivals;
import mo.farol.gatling.plan.LoadPlan;

/** Most codes were accepted before, and must be refused; the fresh ones between them must not. */
public final class ReplayStorm extends Simulation {
    private static final String BEFORE = "a code shown before";
    private static final String DRAWN = "drawn";

    private final ShownCodes shown = new ShownCodes();

    /** As Gatling makes it. */
    public ReplayStorm() {
        LoadRun run = LoadRun.current();
        LoadPlan plan = run.plan();
        // The first codes have to be accepted before anybody can show one again.
        Duration wait = plan.pace().ramp().plusSeconds(1);
        setUp(
                        scenario("people with fresh codes")
                                .exec(Verifications.fresh(run.crowd()::next, Expectation.FRESH))
                                .exec(this::remember)
                                .injectOpen(Open.arrivals(Arrivals.of(plan))),
                        scenario("people with codes shown before")
                                .exec(replay(run.crowd()))
                                .injectOpen(Open.later(
                                        wait,
                                        plan.pace().rate() * plan.again() / 100,
                                        plan.pace().hold())))
                .protocols(Open.protocol(run.gateways()))
                .assertions(assertions(plan));
    }

    private Session remember(Session session) {
        Showing showing = Verifications.showing(session);
        if (showing.wasAccepted()) {
            shown.add(showing);
        }
        return session;
    }

    private ChainBuilder replay(Crowd crowd) {
        return exec(session -> shown.next()
                        .map(before -> Verifications.draw(() -> crowd.again(before))
                                .apply(session)
                                .set(DRAWN, true))
                        .orElseGet(() -> session.set(DRAWN, false)))
                .exec(doIf(session -> session.getBoolean(DRAWN))
                        .then(Verifications.request(
                                session -> BEFORE,
                                Verifications.at(Verifications.PATH),
                                Expectation.refused("already_used"))));
    }

    /** That the same code is never accepted twice is no matter of percent. */
    private static List<Assertion> assertions(LoadPlan plan) {
        List<Assertion> assertions = new ArrayList<>(Open.assertions(plan.limits()));
        if (plan.again() > 0) {
            assertions.add(
                    details(BEFORE).failedRequests().percent().lte(plan.limits().errors()));
        }
        return assertions;
    }
}
