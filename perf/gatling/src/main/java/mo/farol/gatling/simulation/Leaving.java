package mo.farol.gatling.simulation;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitHereIfFailed;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import mo.farol.gatling.people.Resident;
import mo.farol.gatling.people.Unbindings;
import mo.farol.phone.kit.KitSignIn;

/** A resident signs in by the kit's stand-in, looks up their e-ID and unbinds it, showing codes meanwhile. */
final class Leaving {
    private static final String RESIDENT = "resident";
    private static final int OK = 200;

    private final LoadRun run;
    private final Unbindings unbindings;
    private final KitSignIn signIn;

    Leaving(LoadRun run, Unbindings unbindings) {
        this.run = run;
        this.unbindings = unbindings;
        this.signIn = Objects.requireNonNull(run.kit().signIn(), "the kit has accounts");
    }

    static Resident resident(Session session) {
        Resident resident = session.get(RESIDENT);
        if (resident == null) {
            throw new IllegalStateException("nobody is leaving");
        }
        return resident;
    }

    /** Goes on only when the unbinding was acknowledged. */
    ChainBuilder chain() {
        return exec(this::next)
                .exec(exitHereIfFailed())
                .exec(signsIn())
                .exec(looksUp())
                .exec(exitHereIfFailed())
                .exec(told(unbindings::asked))
                .exec(unbinds())
                .exec(exitHereIfFailed())
                .exec(told(unbindings::acknowledged));
    }

    private Session next(Session session) {
        return run.crowd()
                .residents()
                .leaving()
                .map(resident -> session.set(RESIDENT, resident)
                        .set("account", resident.account().orElseThrow()))
                .orElseGet(session::markAsFailed);
    }

    /** Somebody with a code of theirs comes next, so that codes and the unbinding meet. */
    private Function<Session, Session> told(Consumer<Resident> what) {
        return session -> {
            what.accept(resident(session));
            run.crowd().residents().call(resident(session));
            return session;
        };
    }

    private HttpRequestActionBuilder signsIn() {
        return http("sign-in at the stand-in")
                .post(signIn.tokenEndpoint().toString())
                .formParam("grant_type", "password")
                .formParam("client_id", signIn.clientId())
                .formParam("scope", "openid")
                .formParam("username", "#{account}")
                .formParam("password", "none")
                .formParam("acr_values", signIn.acrValues())
                .check(status().is(OK), jmesPath("access_token").saveAs("access"));
    }

    private static HttpRequestActionBuilder looksUp() {
        return http("one's e-ID")
                .get("/resident/v1/e-ids")
                .header("Authorization", "Bearer #{access}")
                .check(
                        status().is(OK),
                        jmesPath("e_ids[?self] | [0].binding.id").saveAs("binding"));
    }

    private static HttpRequestActionBuilder unbinds() {
        return http("unbinding")
                .post("/resident/v1/bindings/#{binding}/unbind")
                .header("Authorization", "Bearer #{access}")
                .header("Idempotency-Key", session -> UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .body(StringBody("{}"))
                .check(status().is(OK));
    }
}
