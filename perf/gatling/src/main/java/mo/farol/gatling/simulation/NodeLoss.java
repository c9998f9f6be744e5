package mo.farol.gatling.simulation;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.tryMax;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.concurrent.atomic.AtomicInteger;
import mo.farol.gatling.people.Expectation;
import mo.farol.gatling.plan.Arrivals;
import mo.farol.gatling.retry.Exchange;
import mo.farol.gatling.retry.Losses;
import mo.farol.gatling.watch.Finding;

/** Several gateways, of which one is lost: its clients ask again at another, under the same Idempotency-Key. */
public final class NodeLoss extends Simulation {
    private static final String UNTIL_ANSWERED = "a fresh code, until it is answered";
    private static final String EXCHANGE = "exchange";

    private final Losses losses = new Losses();
    private final AtomicInteger turn = new AtomicInteger();

    /** As Gatling makes it. */
    public NodeLoss() {
        LoadRun run = LoadRun.current();
        setUp(scenario("people at terminals that know several gateways")
                        .exec(Verifications.draw(run.crowd()::next))
                        .exec(session -> session.set(
                                EXCHANGE,
                                new Exchange(run.gateways(), turn.getAndIncrement(), losses, System::nanoTime)))
                        .exec(group(UNTIL_ANSWERED)
                                .on(tryMax(Exchange.MOST_TRIES).on(oneTry())))
                        .exec(Verifications.over())
                        .injectOpen(Open.arrivals(Arrivals.of(run.plan()))))
                .protocols(Open.protocol(run.gateways()))
                .assertions(Open.assertions(details(UNTIL_ANSWERED), run.plan().limits()));
        run.afterwards(() -> lost(run.plan().losses()));
        run.afterwards(this::lateRetries);
    }

    /** A try that is not to be made fails at once: nothing else ends Gatling's loop without calling it a success. */
    private static ChainBuilder oneTry() {
        return doIfOrElse(session -> exchange(session).begin())
                .then(exec(pause(session -> exchange(session).pause()))
                        .exec(session -> {
                            exchange(session).ask();
                            return session;
                        })
                        .exec(request()))
                .orElse(exec(Session::markAsFailed));
    }

    private static HttpRequestActionBuilder request() {
        return Verifications.unchecked(
                        session -> exchange(session).name(),
                        session -> exchange(session).gateway() + Verifications.PATH)
                .check(
                        status().transformWithSession((code, session) -> {
                                    exchange(session).answered(code);
                                    return code;
                                })
                                .is(200),
                        Verifications.answer(Expectation.FRESH));
    }

    private static Exchange exchange(Session session) {
        Exchange exchange = session.get(EXCHANGE);
        if (exchange == null) {
            throw new IllegalStateException("no exchange was begun");
        }
        return exchange;
    }

    private Finding lost(int wanted) {
        long count = losses.count();
        return new Finding(
                count >= wanted,
                count < wanted
                        ? "gateways lost: " + count + " of " + wanted + ", so this run has shown nothing (--losses)"
                        : "gateways lost: " + count);
    }

    private Finding lateRetries() {
        return new Finding(
                losses.lateFailures() == 0,
                "retries from 5 s after a loss: " + losses.lateRetries() + ", not answered: " + losses.lateFailures());
    }
}
