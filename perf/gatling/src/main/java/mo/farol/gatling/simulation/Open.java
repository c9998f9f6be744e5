package mo.farol.gatling.simulation;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mo.farol.gatling.plan.Arrivals;
import mo.farol.gatling.plan.Limits;

/** What the simulations have in common: people come whether or not the ones before them were answered. */
final class Open {
    private Open() {}

    static List<OpenInjectionStep> arrivals(List<Arrivals.Step> steps) {
        return steps.stream().map(Open::step).toList();
    }

    private static OpenInjectionStep step(Arrivals.Step step) {
        return step.from() == step.to()
                ? constantUsersPerSec(step.to()).during(step.time())
                : rampUsersPerSec(step.from()).to(step.to()).during(step.time());
    }

    /** The same number each second, after a while. */
    static List<OpenInjectionStep> later(Duration wait, double perSecond, Duration time) {
        List<OpenInjectionStep> steps = new ArrayList<>();
        if (wait.isPositive()) {
            steps.add(nothingFor(wait));
        }
        steps.add(constantUsersPerSec(perSecond).during(time));
        return steps;
    }

    /** Nobody but the gateways is called, and nothing is kept from one answer to the next. */
    static HttpProtocolBuilder protocol(List<URI> gateways) {
        return http.baseUrls(gateways.stream().map(URI::toString).toList())
                .acceptHeader("application/json")
                .acceptLanguageHeader("en")
                .disableFollowRedirect()
                .disableCaching()
                .disableWarmUp()
                .shareConnections();
    }

    /** Of all requests together. */
    static List<Assertion> assertions(Limits limits) {
        return assertions(global(), limits);
    }

    static List<Assertion> assertions(Assertion.WithPath path, Limits limits) {
        List<Assertion> assertions = new ArrayList<>();
        assertions.add(path.failedRequests().percent().lte(limits.errors()));
        if (limits.p99() > 0) {
            assertions.add(path.responseTime().percentile(99).lte(limits.p99()));
        }
        return assertions;
    }
}
