package mo.farol.server.auth;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.terminal.Standing;
import mo.farol.core.terminal.Standings;
import mo.farol.core.time.DatabaseTime;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.StandingProblem;
import mo.farol.server.jws.NotAccepted;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through when its access token holds and its terminal stands, and gives the route its {@link
 * SignedInTerminal}. Where the standing cannot be read the request goes on: whatever is decided reads it again.
 */
public final class TerminalCheck implements Handler<RoutingContext> {
    private static final String BEARER = "Bearer ";

    private final AccessTokenReader tokens;
    private final Standings standings;
    private final DatabaseTime time;
    private final Scope scope;

    TerminalCheck(AccessTokenReader tokens, Standings standings, DatabaseTime time, Scope scope) {
        this.tokens = tokens;
        this.standings = standings;
        this.time = time;
        this.scope = scope;
    }

    @Override
    public void handle(RoutingContext ctx) {
        try {
            AccessToken token = read(ctx.request().getHeader(HttpHeaders.AUTHORIZATION));
            checkCertificate(ctx, token);
            if (!token.scopes().contains(scope)) {
                throw new RequestRefused(ProblemCode.INSUFFICIENT_SCOPE);
            }
            SignedInTerminal.set(ctx, token.terminal());
        } catch (RequestRefused e) {
            ctx.fail(e);
            return;
        } catch (NotAccepted e) {
            ctx.fail(new RequestRefused(ProblemCode.INVALID_TOKEN));
            return;
        }
        Future<Optional<Standing>> standing = standings.of(SignedInTerminal.of(ctx));
        if (standing.isComplete()) {
            goOn(ctx, standing);
        } else {
            standing.onComplete(read -> goOn(ctx, standing));
        }
    }

    private static void goOn(RoutingContext ctx, Future<Optional<Standing>> read) {
        Optional<Standing> suspended = read.succeeded() ? read.result() : Optional.empty();
        if (suspended.isPresent()) {
            ctx.fail(new RequestRefused(StandingProblem.of(suspended.get())));
        } else {
            ctx.next();
        }
    }

    private AccessToken read(@Nullable String header) throws NotAccepted, RequestRefused {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new NotAccepted("no bearer token");
        }
        try {
            return tokens.read(header.substring(BEARER.length()), time.millis() / 1000);
        } catch (DatabaseTime.UncertainTime e) {
            throw new RequestRefused(ProblemCode.UNAVAILABLE, Duration.ofSeconds(2));
        }
    }

    private static void checkCertificate(RoutingContext ctx, AccessToken token) throws NotAccepted {
        String bound = token.certificate();
        if (bound == null) {
            return;
        }
        boolean same = ClientCertificate.of(ctx.request())
                .filter(certificate -> certificate.thumbprint().equals(bound))
                .isPresent();
        if (!same) {
            throw new NotAccepted("the token belongs to another certificate");
        }
    }
}
