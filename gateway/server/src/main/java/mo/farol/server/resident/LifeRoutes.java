package mo.farol.server.resident;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import mo.farol.api.eid.ReasonRequest;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.PastEvents;
import mo.farol.core.binding.RequestKey;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Handles;
import mo.farol.server.eid.Replies;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.signin.SignedInResident;
import org.jspecify.annotations.Nullable;

/** Suspend, resume and unbind, under {@code /resident/v1/bindings/{id}/}. */
final class LifeRoutes implements Routes {
    private final Bindings bindings;
    private final PastEvents past;
    private final Replies replies;
    private final SteppedUp steppedUp;

    LifeRoutes(Bindings bindings, PastEvents past, Replies replies, Handler<RoutingContext> stepUp) {
        this.bindings = bindings;
        this.past = past;
        this.replies = replies;
        this.steppedUp = new SteppedUp(stepUp);
    }

    @FunctionalInterface
    private interface Act {
        Future<Answer<EidEvent>> of(Caller caller, UUID binding, @Nullable String reason, RequestKey key);
    }

    @Override
    public void mount(Router router) {
        router.post("/resident/v1/bindings/:id/suspend").handler(Answering.by(ctx -> act(ctx, bindings::suspend)));
        router.post("/resident/v1/bindings/:id/resume")
                .handler(steppedUp)
                .handler(Answering.by(ctx -> act(ctx, bindings::resume)));
        router.post("/resident/v1/bindings/:id/unbind")
                .handler(steppedUp)
                .handler(Answering.by(ctx -> act(ctx, bindings::unbind)));
    }

    private Future<Reply> act(RoutingContext ctx, Act act) throws RequestRefused {
        Caller caller = SignedInResident.of(ctx).caller();
        UUID binding = Handles.inPath(ctx, "id");
        RequestKey key = RequestKeys.ofResident(ctx);
        ReasonRequest json = Bodies.readOr(ctx, ReasonRequest.class, ReasonRequest.NONE);
        return act.of(caller, binding, Words.optionalReason(json.reason()), key)
                .compose(answer ->
                        answer instanceof Answer.NotFound ? asBefore(key, answer) : Future.succeededFuture(answer))
                .compose(answer -> replies.receipt(ctx, answer));
    }

    /** What was done while they had the authority is answered as it was then, to them. */
    private Future<Answer<EidEvent>> asBefore(RequestKey key, Answer<EidEvent> otherwise) {
        return past.answerTo(key).map(answered -> answered.orElse(otherwise));
    }
}
