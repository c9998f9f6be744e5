package mo.farol.server.signin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.time.DatabaseTime;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.server.auth.ClientCertificate;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.jwks.JwksUnusable;
import mo.farol.server.jws.NotAccepted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a request to the person token in it. Whatever does not hold is one answer, {@code invalid_token}; the reason is in
 * the log at debug level only, and repeats nothing of the token.
 */
final class PersonCheck {
    private static final Logger LOG = LoggerFactory.getLogger(PersonCheck.class);
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final PersonTokens tokens;
    private final DatabaseTime time;

    PersonCheck(PersonTokens tokens, DatabaseTime time) {
        this.tokens = tokens;
        this.time = time;
    }

    /** @param nowSeconds when it was checked, by the database's clock */
    record Checked(PersonToken token, long nowSeconds) {}

    /** Fails with what {@link #refusal} understands. */
    Future<Checked> of(HttpServerRequest request) {
        try {
            String text = BearerToken.of(request);
            long now = time.millis() / 1000;
            return tokens.check(text, now)
                    .compose(token -> allowed(request, token))
                    .map(token -> new Checked(token, now));
        } catch (NotAccepted | DatabaseTime.UncertainTime e) {
            return Future.failedFuture(e);
        }
    }

    private static Future<PersonToken> allowed(HttpServerRequest request, PersonToken token) {
        String bound = token.certificate().orElse(null);
        boolean held = bound == null
                || ClientCertificate.of(request)
                        .filter(certificate -> certificate.thumbprint().equals(bound))
                        .isPresent();
        if (!held) {
            return Future.failedFuture(new NotAccepted("the token belongs to another certificate"));
        }
        return token.inScope()
                ? Future.succeededFuture(token)
                : Future.failedFuture(new RequestRefused(ProblemCode.INSUFFICIENT_SCOPE));
    }

    /** What the caller is told; a failure that is a fault of ours stays what it is. */
    static Throwable refusal(Throwable why) {
        if (why instanceof NotAccepted) {
            LOG.debug("an access token was refused: {}", why.getMessage());
            return new RequestRefused(ProblemCode.INVALID_TOKEN);
        }
        boolean outage = why instanceof JwksUnusable
                || why instanceof DatabaseTime.UncertainTime
                || why instanceof ArbiterUnreachable;
        return outage ? new RequestRefused(ProblemCode.UNAVAILABLE, COME_BACK) : why;
    }
}
