package mo.farol.server.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import mo.farol.api.json.WireJson;
import mo.farol.api.problem.Catalogue;
import mo.farol.api.problem.Language;
import mo.farol.api.problem.Problem;
import mo.farol.api.problem.ProblemCode;
import mo.farol.api.problem.ProblemDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a failure becomes an answer: status, problem+json in the caller's language, and headers. */
final class ProblemAnswers implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final CharSequence MEDIA_TYPE = HttpHeaders.createOptimized(Problem.MEDIA_TYPE);
    private static final List<Integer> ROUTER_STATUSES = List.of(400, 404, 405, 406, 413, 415, 500);

    /** How long the rest of a refused request is read and thrown away, so that the answer is not lost with it. */
    private static final long LINGER_MILLIS = 1000;

    private final Router router;
    private final Catalogue catalogue;
    private final RefusalCount count;

    ProblemAnswers(Router router, Catalogue catalogue, RefusalCount count) {
        this.router = router;
        this.catalogue = catalogue;
        this.count = count;
    }

    /** Answers every failure of the router, its own included. */
    void mount() {
        router.route().failureHandler(this);
        for (int status : ROUTER_STATUSES) {
            router.errorHandler(status, this);
        }
    }

    @Override
    public void handle(RoutingContext ctx) {
        if (ctx.failure() instanceof HttpClosedException) {
            // The caller has gone, perhaps thousands of them at once: there is nobody to answer and nothing to find.
            return;
        }
        if (ctx.response().ended() || ctx.response().headWritten()) {
            ctx.request().connection().close();
            return;
        }
        ProblemCode code = code(ctx);
        count.refused(code);
        answer(ctx, code);
    }

    private void answer(RoutingContext ctx, ProblemCode code) {
        Language language = CallerLanguage.answeredIn(ctx);
        headers(ctx, code);
        boolean unread = !ctx.request().isEnded();
        if (unread) {
            ctx.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        byte[] body = WireJson.write(catalogue.problem(code, language, TraceId.of(ctx), details(ctx)));
        JsonAnswer.send(ctx, code.status(), MEDIA_TYPE, body);
        if (unread) {
            closeAfterLingering(ctx);
        }
    }

    private static void closeAfterLingering(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        request.resume();
        ctx.vertx().setTimer(LINGER_MILLIS, late -> request.connection().close());
    }

    private void headers(RoutingContext ctx, ProblemCode code) {
        HttpServerResponse response = ctx.response();
        retryAfter(ctx, code);
        if (code == ProblemCode.INVALID_TOKEN) {
            response.putHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        } else if (code == ProblemCode.INSUFFICIENT_SCOPE) {
            response.putHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
        } else if (ctx.failure() instanceof RequestRefused refused) {
            refused.challenge().ifPresent(challenge -> response.putHeader("WWW-Authenticate", challenge));
        }
        if (code == ProblemCode.METHOD_NOT_ALLOWED) {
            response.putHeader(HttpHeaders.ALLOW, AllowedMethods.of(router, ctx.normalizedPath()));
        }
    }

    private static void retryAfter(RoutingContext ctx, ProblemCode code) {
        Duration wait = ctx.failure() instanceof RequestRefused refused
                ? refused.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
        if (wait.isPositive() || code.status() == 503 || code.status() == 429) {
            long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
            ctx.response().putHeader("Retry-After", Long.toString(seconds));
        }
    }

    private static ProblemDetails details(RoutingContext ctx) {
        return ctx.failure() instanceof RequestRefused refused ? refused.details() : ProblemDetails.NONE;
    }

    private static ProblemCode code(RoutingContext ctx) {
        if (ctx.failure() instanceof RequestRefused refused) {
            return refused.code();
        }
        return switch (ctx.statusCode()) {
            case 400 -> ProblemCode.INVALID_REQUEST;
            case 401 -> ProblemCode.INVALID_TOKEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 408 -> ProblemCode.REQUEST_TIMEOUT;
            case 413 -> ProblemCode.CONTENT_TOO_LARGE;
            case 414 -> ProblemCode.URI_TOO_LONG;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            default -> fault(ctx);
        };
    }

    /** Logs where it happened, not what was said: a library's message can quote its input. */
    private static ProblemCode fault(RoutingContext ctx) {
        Throwable failure = ctx.failure();
        StackTraceElement[] trace = failure == null ? new StackTraceElement[0] : failure.getStackTrace();
        LOG.error(
                "a request failed by a fault of ours: trace={} type={} at={}",
                TraceId.of(ctx),
                failure == null
                        ? "status " + ctx.statusCode()
                        : failure.getClass().getName(),
                List.of(trace).subList(0, Math.min(8, trace.length)));
        return ProblemCode.INTERNAL_ERROR;
    }
}
