package mo.farol.server.challenge;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import mo.farol.api.challenge.TerminalChallengeAnswer;
import mo.farol.api.challenge.TerminalChallengeRequest;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.challenge.ChallengeIssuer;
import mo.farol.core.challenge.Issued;
import mo.farol.core.challenge.IssuedChallenge;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.server.auth.SignedInTerminal;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.MacauTime;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.eid.StandingProblems;
import mo.farol.server.http.FreeText;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;

/** {@code POST /v1/challenges}. */
public final class TerminalChallengeRoutes implements Routes {
    private static final int LONGEST_PURPOSE = 100;

    private final ChallengeIssuer issuer;

    public TerminalChallengeRoutes(ChallengeIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void mount(Router router) {
        router.post("/v1/challenges").handler(Answering.by(this::issue));
    }

    private Future<Reply> issue(RoutingContext ctx) throws RequestRefused {
        TerminalIdentity terminal = SignedInTerminal.of(ctx);
        RequestKey key = RequestKeys.ofTerminal(ctx);
        String purpose = FreeText.required(
                Bodies.read(ctx, TerminalChallengeRequest.class).purpose(), LONGEST_PURPOSE);
        return issuer.issue(terminal, purpose, key).compose(issued -> reply(issued, purpose));
    }

    private static Future<Reply> reply(Issued issued, String purpose) {
        return switch (issued) {
            case Issued.Given given ->
                Future.succeededFuture(new Reply(201, answer(given.challenge(), purpose), given.replayed()));
            case Issued.NotAllowed notAllowed -> refuse(StandingProblems.of(notAllowed.standing()));
            case Issued.Unknown unknown -> refuse(ProblemCode.INVALID_TOKEN);
            case Issued.KeyReused reused -> refuse(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        };
    }

    private static TerminalChallengeAnswer answer(IssuedChallenge challenge, String purpose) {
        return new TerminalChallengeAnswer(
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(challenge.id().bytes()),
                challenge.text(),
                purpose,
                MacauTime.of(challenge.expires()));
    }

    private static <T> Future<T> refuse(ProblemCode code) {
        return Future.failedFuture(new RequestRefused(code));
    }
}
