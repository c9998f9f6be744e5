package mo.farol.server.resident;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import mo.farol.api.resident.FaceCheckAnswer;
import mo.farol.api.resident.FaceCheckRequest;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.RequestKey;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Handles;
import mo.farol.server.eid.MacauTime;
import mo.farol.server.eid.OnceAnswered;
import mo.farol.server.eid.Replies;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.proof.FaceChecks;
import mo.farol.server.signin.SignedInResident;

/** {@code POST /resident/v1/e-ids/{id}/face-checks}: the provider is asked to look at whose proof a challenge needs. */
final class FaceCheckRoutes implements Routes {
    private final Bindings bindings;
    private final FaceChecks provider;
    private final Replies replies;
    private final OnceAnswered once;

    FaceCheckRoutes(Bindings bindings, FaceChecks provider, Replies replies, OnceAnswered once) {
        this.bindings = bindings;
        this.provider = provider;
        this.replies = replies;
        this.once = once;
    }

    @Override
    public void mount(Router router) {
        router.post("/resident/v1/e-ids/:id/face-checks").handler(Answering.by(this::start));
    }

    private Future<Reply> start(RoutingContext ctx) throws RequestRefused {
        Caller caller = SignedInResident.of(ctx).caller();
        UUID eid = Handles.inPath(ctx, "id");
        RequestKey key = RequestKeys.ofResident(ctx);
        UUID challenge =
                Handles.required(Bodies.read(ctx, FaceCheckRequest.class).challenge());
        return once.answer(
                key,
                () -> bindings.faceCheckSubject(caller, eid, challenge)
                        .compose(answer -> replies.given(
                                ctx,
                                answer,
                                201,
                                subject -> provider.start(subject).map(FaceCheckRoutes::answer))));
    }

    private static FaceCheckAnswer answer(FaceChecks.Started started) {
        return new FaceCheckAnswer(started.check(), started.captureUrl().toString(), MacauTime.of(started.expires()));
    }
}
