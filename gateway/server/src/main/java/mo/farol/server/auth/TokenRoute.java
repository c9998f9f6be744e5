package mo.farol.server.auth;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import mo.farol.api.problem.ProblemCode;
import mo.farol.api.token.TokenAnswer;
import mo.farol.api.token.TokenError;
import mo.farol.core.time.DatabaseTime;
import mo.farol.server.http.JsonAnswer;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.limits.SignInLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /oauth2/token}: client credentials for an access token (RFC 6749, 4.4; RFC 7523; RFC 8705). */
final class TokenRoute implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(TokenRoute.class);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final SignIn signIn;
    private final AccessTokenIssuer issuer;
    private final DatabaseTime time;
    private final SignInLimits limits;

    TokenRoute(SignIn signIn, AccessTokenIssuer issuer, DatabaseTime time, SignInLimits limits) {
        this.signIn = signIn;
        this.issuer = issuer;
        this.time = time;
        this.limits = limits;
    }

    @Override
    public void mount(Router router) {
        router.post("/oauth2/token").handler(this::answer);
    }

    private void answer(RoutingContext ctx) {
        try {
            long now = time.millis() / 1000;
            TokenRequest request = read(ctx);
            if (!limits.enter()) {
                ctx.fail(new RequestRefused(ProblemCode.OVERLOADED, Duration.ofSeconds(1)));
                return;
            }
            signIn.prove(request, ClientCertificate.of(ctx.request()), now)
                    .onComplete(proved -> limits.leave())
                    .onSuccess(terminal -> grant(ctx, terminal, request, now))
                    .onFailure(why -> refuse(ctx, why));
        } catch (DatabaseTime.UncertainTime | SignInRefused e) {
            refuse(ctx, e);
        }
    }

    private static TokenRequest read(RoutingContext ctx) throws SignInRefused {
        String contentType = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (contentType == null || !contentType.split(";", 2)[0].trim().equalsIgnoreCase(FORM)) {
            throw SignInRefused.invalidRequest("the request is not " + FORM);
        }
        return TokenRequest.read(ctx.request().formAttributes());
    }

    private void grant(RoutingContext ctx, ProvenTerminal terminal, TokenRequest request, long now) {
        AccessToken token = new AccessToken(
                terminal.identity(), request.scopes(), now + AccessTokenIssuer.LIFE, terminal.certificate());
        TokenAnswer answer =
                new TokenAnswer(issuer.issue(token), "Bearer", AccessTokenIssuer.LIFE, Scope.join(request.scopes()));
        JsonAnswer.send(ctx, 200, answer);
    }

    private static void refuse(RoutingContext ctx, Throwable why) {
        if (why instanceof SignInRefused refused) {
            JsonAnswer.send(ctx, refused.status(), new TokenError(refused.error(), refused.description()));
            return;
        }
        if (why instanceof RequestRefused refused) {
            ctx.fail(refused);
            return;
        }
        if (!(why instanceof DatabaseTime.UncertainTime)) {
            LOG.warn("a sign-in could not be decided: {}", why.getClass().getName());
        }
        ctx.fail(new RequestRefused(ProblemCode.UNAVAILABLE, Duration.ofSeconds(2)));
    }
}
