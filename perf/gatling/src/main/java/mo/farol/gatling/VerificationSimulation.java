package mo.farol.gatling;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import mo.farol.phone.http.SignedStatements;
import mo.farol.phone.kit.PerfKit;
import mo.farol.phone.terminal.SignInRefused;

/**
 * People arrive at a steady rate and each shows a fresh code (open model: a slow gateway is not given less to do). Some
 * codes are shown a second time and must be refused. See {@link LoadPlan} for what can be set.
 */
public final class VerificationSimulation extends Simulation {
    private static final double FULL = 100;
    private static final double FAILED_PERCENT = 0.1;

    /** As Gatling makes it. */
    public VerificationSimulation() {
        LoadPlan plan = LoadPlan.of(System.getProperties());
        PerfKit kit = kit(plan);
        List<URI> gateways = plan.gateways().isEmpty() ? kit.gateways() : plan.gateways();
        ScenarioBuilder arrival = scenario("a resident is verified")
                .feed(crowd(plan, kit, gateways).line())
                .exec(verification("a fresh code", "#{key}", "verified"))
                .exec(randomSwitch()
                        .on(percent(Math.min(FULL, plan.shownAgain()))
                                .then(verification("the same code again", "#{again}", "already_used"))));
        setUp(arrival.injectOpen(
                        rampUsersPerSec(Math.min(1, plan.perSecond()))
                                .to(plan.perSecond())
                                .during(plan.ramp()),
                        constantUsersPerSec(plan.perSecond()).during(plan.hold())))
                .protocols(protocol(gateways))
                .assertions(assertions(plan));
    }

    private static HttpRequestActionBuilder verification(String name, String key, String outcome) {
        return http(name)
                .post("/v1/verifications")
                .header("Authorization", "Bearer #{token}")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .body(StringBody("#{body}"))
                .check(status().is(200), jmesPath("code || outcome").is(outcome));
    }

    private static HttpProtocolBuilder protocol(List<URI> gateways) {
        return http.baseUrls(gateways.stream().map(URI::toString).toList())
                .acceptHeader("application/json")
                .acceptLanguageHeader("en")
                .disableFollowRedirect()
                .disableCaching()
                .shareConnections();
    }

    private static List<Assertion> assertions(LoadPlan plan) {
        List<Assertion> assertions = new ArrayList<>();
        assertions.add(global().failedRequests().percent().lte(FAILED_PERCENT));
        plan.p99()
                .ifPresent(millis ->
                        assertions.add(global().responseTime().percentile(99).lte(millis)));
        return assertions;
    }

    private static PerfKit kit(LoadPlan plan) {
        try {
            return PerfKit.read(plan.kit());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Crowd crowd(LoadPlan plan, PerfKit kit, List<URI> gateways) {
        try {
            return Crowd.gathered(plan, kit, gateways);
        } catch (IOException | SignedStatements.NotGenuine | SignInRefused e) {
            throw new IllegalStateException("the deployment is not ready for load: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before it began", e);
        }
    }
}
