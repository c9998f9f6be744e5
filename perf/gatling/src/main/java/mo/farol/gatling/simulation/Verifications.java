package mo.farol.gatling.simulation;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import mo.farol.gatling.people.Expectation;
import mo.farol.gatling.people.Showing;
import org.jspecify.annotations.Nullable;

/** Codes shown, in Gatling's terms. */
final class Verifications {
    static final String PATH = "/v1/verifications";

    private static final String SHOWING = "showing";
    private static final int OK = 200;

    private Verifications() {}

    /** Somebody shows a code made now, at the gateway whose turn it is. */
    static ChainBuilder fresh(Supplier<Showing> next, Expectation expected) {
        return exec(draw(next))
                .exec(request(
                        session -> "a fresh code, " + showing(session).asked().purpose(), at(PATH), expected))
                .exec(over());
    }

    static Function<Session, Session> draw(Supplier<Showing> next) {
        return session -> session.set(SHOWING, next.get());
    }

    static Showing showing(Session session) {
        Showing showing = session.get(SHOWING);
        if (showing == null) {
            throw new IllegalStateException("no code was drawn");
        }
        return showing;
    }

    /** Lets the resident show the next code. */
    static Function<Session, Session> over() {
        return session -> {
            showing(session).over();
            return session;
        };
    }

    static Function<Session, String> at(String address) {
        return session -> address;
    }

    /** @param address of a gateway's path, or the path alone for the gateway whose turn it is */
    static HttpRequestActionBuilder request(
            Function<Session, String> name, Function<Session, String> address, Expectation expected) {
        return unchecked(name, address).check(answer(expected), status().is(OK));
    }

    static HttpRequestActionBuilder unchecked(Function<Session, String> name, Function<Session, String> address) {
        return http(name)
                .post(address)
                .header("Authorization", session -> "Bearer " + showing(session).token())
                .header("Idempotency-Key", session -> showing(session).key())
                .header("Content-Type", "application/json")
                .body(StringBody(session -> showing(session).body()));
    }

    /** The outcome, the code of a refusal, or that of a problem: it is what a report shows of a wrong answer. */
    static CheckBuilder answer(Expectation expected) {
        return jmesPath("outcome == 'refused' && code || outcome || code")
                .validate("right", (said, session) -> judged(expected, showing(session), said));
    }

    private static String judged(Expectation expected, Showing showing, @Nullable String said) {
        String heard = said == null ? "no answer of a gateway" : said;
        Optional<String> amiss = expected.amiss(showing, heard);
        if (amiss.isPresent()) {
            throw new IllegalArgumentException(amiss.get());
        }
        return heard;
    }
}
