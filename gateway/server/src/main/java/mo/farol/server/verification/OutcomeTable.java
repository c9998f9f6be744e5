package mo.farol.server.verification;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import mo.farol.api.problem.Language;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.verification.Outcome;
import mo.farol.server.http.CallerLanguage;
import mo.farol.server.http.JsonAnswer;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.StandingProblem;

/** The one place that says which status and code an outcome has. */
final class OutcomeTable {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final Answers answers;

    OutcomeTable(Answers answers) {
        this.answers = answers;
    }

    void answer(RoutingContext ctx, Outcome outcome) {
        Language language = CallerLanguage.of(ctx);
        switch (outcome) {
            case Outcome.Verified verified -> send(ctx, answers.verified(verified, language), verified.replayed());
            case Outcome.Refused refused -> send(ctx, answers.refused(refused, language), refused.replayed());
            case Outcome.RefusedAgain refused -> send(ctx, answers.refusedAgain(refused, language), false);
            case Outcome.NotRecognised unknown -> send(ctx, answers.notRecognised(language), false);
            case Outcome.NotAllowed notAllowed ->
                ctx.fail(new RequestRefused(StandingProblem.of(notAllowed.standing())));
            case Outcome.ReasonMissing missing -> ctx.fail(new RequestRefused(ProblemCode.INVALID_REQUEST));
            case Outcome.KeyReused reused -> ctx.fail(new RequestRefused(ProblemCode.IDEMPOTENCY_KEY_REUSED));
            case Outcome.TooMany tooMany ->
                ctx.fail(new RequestRefused(ProblemCode.TOO_MANY_REQUESTS, tooMany.retryAfter()));
            case Outcome.Unavailable unavailable -> ctx.fail(new RequestRefused(ProblemCode.UNAVAILABLE, TRY_AGAIN));
        }
    }

    private static void send(RoutingContext ctx, byte[] body, boolean replayed) {
        CallerLanguage.answeredIn(ctx);
        if (replayed) {
            ctx.response().putHeader("Idempotent-Replayed", "true");
        }
        JsonAnswer.send(ctx, 200, JSON, body);
    }
}
