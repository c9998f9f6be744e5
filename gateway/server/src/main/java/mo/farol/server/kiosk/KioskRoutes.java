package mo.farol.server.kiosk;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import mo.farol.api.kiosk.KioskBindingAnswer;
import mo.farol.api.kiosk.KioskBindingRequest;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.PastEvents;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.terminal.EnrolledTerminal;
import mo.farol.core.terminal.Standing;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.terminal.Terminals;
import mo.farol.server.auth.SignedInTerminal;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Receipts;
import mo.farol.server.eid.Replies;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.eid.StandingProblems;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.proof.KioskAssertions;

/** The kiosk's number, card and finger, as its provider signed them, for a binding. */
public final class KioskRoutes implements Routes {
    private static final int LONGEST_ASSERTION = 8192;

    private final Terminals terminals;
    private final KioskAssertions assertions;
    private final Bindings bindings;
    private final PastEvents past;
    private final Replies replies;

    public KioskRoutes(Terminals terminals, KioskAssertions assertions, Bindings bindings, PastEvents past) {
        this.terminals = terminals;
        this.assertions = assertions;
        this.bindings = bindings;
        this.past = past;
        this.replies = new Replies(past);
    }

    @Override
    public void mount(Router router) {
        router.post("/v1/kiosk-bindings").handler(Answering.by(this::bind));
    }

    private Future<Reply> bind(RoutingContext ctx) throws RequestRefused {
        TerminalIdentity kiosk = SignedInTerminal.of(ctx);
        RequestKey key = RequestKeys.ofTerminal(ctx);
        KioskBindingRequest json = Bodies.read(ctx, KioskBindingRequest.class);
        String number = Words.kioskNumber(json.number());
        String assertion = Words.said(json.assertion(), LONGEST_ASSERTION);
        return terminals
                .byClientId(kiosk.name())
                .compose(KioskRoutes::standing)
                .compose(standing -> past.answerTo(key))
                .compose(answered -> answered.map(Future::succeededFuture)
                        .orElseGet(() -> assertions
                                .read(assertion, kiosk.name(), number)
                                .compose(check -> bindings.bindAtKiosk(kiosk, number, check, key))))
                .compose(answer -> replies.of(
                        ctx, answer, 201, event -> new KioskBindingAnswer(Receipts.withoutNames(event), true)));
    }

    /** A suspension does not wait for the end of an access token. */
    private static Future<EnrolledTerminal> standing(Optional<EnrolledTerminal> found) {
        if (found.isEmpty()) {
            return Future.failedFuture(new RequestRefused(ProblemCode.INVALID_TOKEN));
        }
        return found.get().suspended().map(KioskRoutes::suspended).orElseGet(() -> Future.succeededFuture(found.get()));
    }

    private static Future<EnrolledTerminal> suspended(Standing why) {
        return Future.failedFuture(new RequestRefused(StandingProblems.of(why)));
    }
}
